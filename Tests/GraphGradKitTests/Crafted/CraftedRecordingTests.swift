import Foundation
import GraphGradKit
import Testing

/// Recordings that somebody made by hand: every checksum is right, and something else is not.
@Suite("Crafted recordings") struct CraftedRecordingTests {
  private static let names = "ada\nbo\ncy\n"
  private static let pictures = "r1c1,r1c2,r2c1,r2c2,c\n0,1,0,1,a\n1,0,0,0,b\n1,1,0,1,a\n"

  static let experiments = [
    "classes": """
    data: {kind: moons, count: 10}
    model: {layers: [2, 2], activation: relu}
    loss: crossEntropy
    optimizer: {kind: adam, learningRate: 0.05, finalLearningRate: 0.01}
    l2: 0.001
    steps: 3
    validateEvery: 2
    """,
    "numbers": """
    data: {kind: encoder, size: 4}
    model: {layers: [2, 4], groups: [{inputs: 2, neurons: 1}, {inputs: 2, neurons: 1}]}
    loss: squaredError
    optimizer: {kind: momentum, learningRate: {1: 0.1, 2: 0.2}, momentum: {1: 0.5, 3: 0.9}}
    batch: 3
    steps: 3
    view: {kind: scalar, input: [0, 1, 0, 0], label: 1, depth: 1, expand: [layer1]}
    """,
    "pictures": """
    data: {csv: pictures.csv, inputs: [r1c1, r1c2, r2c1, r2c2], label: c, split: [1, 0, 0]}
    model: {kind: cnn, layers: [{convolution: {filters: 1, size: 1}}, {maxPool: 2}, {dense: 2}]}
    loss: crossEntropy
    optimizer: {learningRate: 0.1}
    steps: 2
    """,
    "texts": """
    data: {text: names.txt, split: [1, 0, 0]}
    model: {kind: gpt, width: 2, heads: 1, hidden: 2}
    optimizer: {kind: adamw, learningRate: 0.1}
    steps: 2
    """,
  ]

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-crafted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A recording of one of the experiments, or of a loop of one's own; with its last step or cut off
  /// before it, so that it can go on.
  private static func recorded(_ kind: String, isFinished: Bool) throws -> RecordingBytes {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("run.gradrec").path
    try Data(names.utf8).write(to: folder.appendingPathComponent("names.txt"))
    try Data(pictures.utf8).write(to: folder.appendingPathComponent("pictures.csv"))
    guard let yaml = experiments[kind] else {
      try recordOwnLoop(path)
      return try RecordingBytes(Array(Data(contentsOf: URL(fileURLWithPath: path))))
    }
    var trainer = try Trainer(Experiment(yaml: yaml), directory: folder.path)
    let writer = try RecordingWriter(path: path, of: trainer)
    while let step = trainer.next() { try writer.add(RecordedStep(step)) }
    if isFinished {
      let (loss, accuracy) = trainer.evaluate(trainer.split.train, trainer.parameters)
      try writer.finish(RecordedStep(after: trainer.state, loss: loss, accuracy: accuracy))
    }
    return try RecordingBytes(Array(Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private static func recordOwnLoop(_ path: String) throws {
    try Tape.recording {
      let w = Value.parameter(0.5, named: "w")
      let b = Value.parameter(0.1, named: "b")
      let data = Dataset(
        inputNames: ["x"], classNames: [], targetNames: ["y"],
        examples: (0..<3).map { Example(inputs: [Double($0)], target: .numbers([1 - Double($0)])) })
      let recorder = try Recorder(
        path, data: data, parameters: [w, b], loss: .meanSquaredError
      ) { [(w * $0[0] + b).relu()] }
      try recorder.add()
      try recorder.finish()
    }
  }

  /// Every so many of the changes; `GRAPHGRAD_CRAFTED=1` tries all, which takes minutes.
  private static let share = max(
    1, Int(ProcessInfo.processInfo.environment["GRAPHGRAD_CRAFTED"] ?? "") ?? 29)

  @Test(
    "whatever stands in a field of the head: an error, or a recording that can be used",
    arguments: ["own", "classes", "numbers", "pictures", "texts"], [true, false])
  func heads(_ kind: String, _ isFinished: Bool) throws {
    let source = try Self.recorded(kind, isFinished: isFinished)
    let head = try source.head()
    var (tried, used, count) = (0, 0, isFinished ? 0 : 3)
    for path in JSONFields.paths(head) {
      for other in JSONFields.others(JSONFields.value(at: path, in: head)) {
        count += 1
        guard count % Self.share == 0 else { continue }
        tried += 1
        let changed = JSONFields.replacing(head, path, with: other)
        guard JSONSerialization.isValidJSONObject(changed),
          let recording = try? Recording(bytes: source.with(head: changed))
        else { continue }
        try RecordingUse.all(recording)
        used += 1
      }
    }
    #expect(used > 3 && used < tried, "\(used) of \(tried) were used")
  }

  @Test(
    "whatever stands in a number of a step: it is left out, or can be used",
    arguments: ["classes", "numbers", "own"])
  func steps(_ kind: String) throws {
    let source = try Self.recorded(kind, isFinished: true)
    let numbers: [UInt64] = [
      0, 1, 2, 3, 4, 40, 1 << 31, 1 << 62, 1 << 63, .max, Double.nan.bitPattern,
      Double.infinity.bitPattern, (-1.5).bitPattern, 1e308.bitPattern, 2.5.bitPattern,
    ]
    var used = 0
    for block in source.blocks.indices.dropFirst() {
      for place in stride(from: 0, to: source.blocks[block].payload.count, by: 8) {
        for number in numbers where (place + Int(number % 5)) % 3 == 0 || place < 56 {
          var payload = source.blocks[block].payload
          withUnsafeBytes(of: number.littleEndian) { bytes in
            payload.replaceSubrange(place..<place + 8, with: bytes)
          }
          guard let recording = try? Recording(bytes: source.with(payload, at: block)) else {
            continue
          }
          used += 1
          if used % Self.share == 0 { try RecordingUse.all(recording) }
        }
      }
    }
    #expect(used > 20)
  }

  @Test("programs of one run that compute other outputs are refused")
  func outputs() throws {
    let source = try Self.recorded("classes", isFinished: true)
    let head = try source.head()
    let path: JSONFields.Path = [.key("run"), .key("programs"), .place(0), .key("outputs")]
    let outputs = JSONFields.value(at: path, in: head) as? [Int] ?? []
    for other in [[outputs[0], 1], [outputs[1], outputs[0]], [outputs[0], outputs[0]]] {
      let changed = JSONFields.replacing(head, path, with: other)
      #expect(throws: RecordingError.self) { try Recording(bytes: source.with(head: changed)) }
    }
  }
}
