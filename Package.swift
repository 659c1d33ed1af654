// swift-tools-version: 6.2
import PackageDescription

// The project's own checks take no warning; a package that depends on this one is not bothered.
let strict: [SwiftSetting] =
  Context.environment["GRAPHGRAD_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + strict

/// What only those need who build this package's documentation (`swift package
/// generate-documentation`); a package that depends on this one does not fetch it.
let documentation: [Package.Dependency] =
  Context.environment["GRAPHGRAD_DOCUMENTATION"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ room: String, _ others: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(room)Tests", dependencies: [.byName(name: room)] + others, resources: resources,
    swiftSettings: settings)
}

/// The page's code, in the order in which it stands in the file.
let pageParts = [
  "page.html", "page.css", "numbers.js", "formulas.js", "engine.js", "network.js", "optimizer.js",
  "reasons.js", "neurons.js", "inner.js", "neuronview.js", "scalarview.js", "stage.js", "plane.js",
  "charts.js",
  "tables.js", "state.js", "frame.js", "app.js",
]

/// What users start from; the tool has a copy of each.
let samples = [
  "expression.grad", "backpropagation.grad", "neuron.grad", "inactive.grad",
  "physics-temperature.grad", "physics-fuel.grad", "physics-tyre.grad", "basketball.yaml",
  "basketball.csv", "basketball.json", "yinyang.yaml", "moons.yaml", "names.txt",
  "names.yaml", "dying-relu.yaml",
  "dying-relu-cured.yaml", "initialisation-plain.yaml", "initialisation-xavier.yaml",
  "initialisation-he.yaml", "optimizers-sgd.yaml", "optimizers-momentum.yaml",
  "optimizers-adam.yaml", "optimizers-adamw.yaml", "optimizers.csv", "xor.yaml", "encoder.yaml",
  "logistic.yaml", "binary.yaml", "diffusion.yaml", "digits.yaml", "symmetry.yaml",
  "familytrees.yaml", "points.yaml",
  "points.csv",
  "points.safetensors",
]

let package = Package(
  name: "GraphGrad",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "GraphGradKit", targets: ["GraphGradKit"]),
    .executable(name: "graphgrad", targets: ["graphgrad"]),
    .plugin(name: "EmbedGraphs", targets: ["EmbedGraphs"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ] + documentation,
  targets: [
    .target(name: "CThreadLocal"),
    room("Refusal"),
    room("Autograd", ["CThreadLocal", "Refusal"]),
    room("Files"),
    room("Randomness", ["Refusal"]),
    room("NeuralNetworks", ["Autograd", "Randomness", "Refusal"]),
    room("Datasets", ["Randomness", "Refusal"]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    room("Archives", ["CZlib"]),
    room("Weights", ["Archives", "Refusal"]),
    room("GraphModel", ["Refusal"]),
    room("Tracing", ["Autograd", "GraphModel", "Refusal"]),
    room("Activity", ["Autograd", "GraphModel", "Refusal"]),
    room("Diagrams", ["GraphModel", "Refusal"]),
    .systemLibrary(
      name: "CLibgvc", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(name: "CGraphviz", dependencies: ["CLibgvc"]),
    room("Graphviz", ["CGraphviz", "CZlib"]),
    room("Expressions", ["Autograd", "Refusal"]),
    room("Documents", ["Refusal"]),
    room(
      "Experiments",
      [
        "Archives", "Autograd", "Files", "Randomness", "NeuralNetworks", "Datasets", "Weights",
        "GraphModel", "Tracing", "Activity", "Refusal",
        .product(name: "Yams", package: "Yams"),
      ]),
    room(
      "Recordings",
      ["Autograd", "Datasets", "Files", "NeuralNetworks", "Experiments", "Refusal"]),
    .target(
      name: "Playback",
      dependencies: [
        "Autograd", "Datasets", "NeuralNetworks", "GraphModel", "Activity", "Diagrams",
        "Experiments", "Recordings", "Refusal",
      ],
      resources: pageParts.map { .embedInCode("Page/\($0)") }, swiftSettings: settings),
    room(
      "GraphGradKit",
      [
        "Archives", "Autograd", "Files", "Randomness", "NeuralNetworks", "Datasets", "Weights",
        "GraphModel", "Tracing", "Activity", "Diagrams", "Graphviz", "Expressions", "Experiments",
        "Recordings", "Playback", "Documents", "Refusal",
      ]),
    .target(
      name: "SampleFiles", path: "Samples",
      exclude: [
        "README.md", "start", "install", "gallery", "swift-package", "micrograd_export.py",
      ],
      sources: ["Catalogue"], resources: samples.map { .embedInCode($0) },
      swiftSettings: settings),
    .executableTarget(
      name: "graphgrad",
      dependencies: [
        "GraphGradKit", "SampleFiles", "Refusal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .plugin(
      name: "EmbedGraphs",
      capability: .command(
        intent: .custom(
          verb: "embed-graphs", description: "Draws the pictures of DocC catalogs."),
        permissions: [
          .writeToPackageDirectory(reason: "The pictures are written into the catalogs.")
        ]),
      dependencies: ["graphgrad"], path: "Sources/EmbedGraphs"),
    .executableTarget(
      name: "graphgrad-benchmark",
      dependencies: [
        "GraphGradKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    tests("Autograd", ["Randomness"], resources: [.copy("Reference")]),
    tests("Expressions", ["Autograd"]),
    tests("Datasets", ["Randomness"]),
    tests(
      "Weights", ["Randomness"],
      resources: [
        .copy("sequential-f32.safetensors"), .copy("encoder-f64.safetensors"), .copy("formats"),
      ]),
    tests("Activity", ["Autograd", "GraphModel", "NeuralNetworks", "Randomness"]),
    tests("NeuralNetworks", ["Autograd", "Randomness"]),
    tests(
      "Experiments",
      ["Autograd", "Datasets", "NeuralNetworks", "Randomness", "SampleFiles"],
      resources: [.copy("yinyang-seed42-losses.txt")]),
    tests("Graphviz", ["CZlib"]),
    tests("Documents"),
    tests("Files"),
    tests("GraphModel", ["Randomness"]),
    tests("Diagrams", ["GraphModel"]),
    tests("GraphGradKit"),
    tests(
      "Recordings",
      ["Activity", "Autograd", "Datasets", "Experiments", "NeuralNetworks", "Randomness"]),
    tests("Playback", ["GraphGradKit"]),
    .testTarget(
      name: "CommandTests", dependencies: ["graphgrad", "SampleFiles"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
