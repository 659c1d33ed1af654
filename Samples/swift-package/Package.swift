// swift-tools-version: 6.2
import PackageDescription

// A package of your own that draws with GraphGrad. Elsewhere than in this folder, name GraphGrad by
// the address of its repository instead of a path.
let package = Package(
  name: "FirstGraph",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "GraphGrad", path: "../..")],
  targets: [
    .executableTarget(
      name: "FirstGraph", dependencies: [.product(name: "GraphGradKit", package: "GraphGrad")])
  ]
)
