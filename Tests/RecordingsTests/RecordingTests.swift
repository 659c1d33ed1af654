import Autograd
import Datasets
import Experiments
import Foundation
import NeuralNetworks
import Randomness
import Recordings
import Testing

@Suite("Recordings") struct RecordingTests {
  static let yaml = """
    data: {kind: moons, count: 30}
    model: {layers: [4, 2], activation: relu}
    loss: crossEntropy
    optimizer: {kind: adamw, learningRate: 0.05}
    l2: 0.001
    steps: 12
    validateEvery: 5
    """

  /// A file that goes away with the test.
  final class File {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString).gradrec").path
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func bytes() throws -> [UInt8] { try Array(Data(contentsOf: URL(fileURLWithPath: path))) }
    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
  }

  static func trainer(_ yaml: String = yaml, _ settings: [String] = []) throws -> Trainer {
    try Trainer(Experiment(yaml: yaml, settings: settings))
  }

  /// Records a run from where `trainer` stands.
  static func record(_ trainer: Trainer, with writer: RecordingWriter) throws {
    var trainer = trainer
    while let step = trainer.next() { try writer.add(RecordedStep(step)) }
    let (loss, accuracy) = trainer.evaluate(trainer.split.train, trainer.parameters)
    try writer.finish(RecordedStep(after: trainer.state, loss: loss, accuracy: accuracy))
  }

  static func recorded(
    _ settings: [String] = [], every: Int = 1
  ) throws -> (file: File, recording: Recording) {
    let file = File()
    let trainer = try trainer(yaml, settings)
    try record(trainer, with: RecordingWriter(path: file.path, of: trainer, every: every))
    return (file, try Recording(path: file.path))
  }

  @Test(
    "every step comes back as it was, bit for bit",
    arguments: [
      ["optimizer.kind=adamw"], ["optimizer.kind=adam"],
      ["optimizer.kind=sgd", "optimizer.momentum=0.9"], ["loss=hinge", "model.layers=[3,1]"],
      [
        "data={kind: familytrees}", "model={layers: [2, 24], outputActivation: sigmoid}",
        "loss=squaredError", "reduction=sum",
      ],
    ])
  func steps(_ settings: [String]) throws {
    let (_, recording) = try Self.recorded(settings)
    var trainer = try Self.trainer(Self.yaml, settings)
    #expect(recording.isFinished && recording.damage == nil && recording.stepCount == 12)
    for index in 0..<12 {
      let state = trainer.state
      let taken = trainer.next()
      let step = try #require(taken)
      #expect(recording.steps[index] == RecordedStep(step))
      #expect(recording.steps[index].state == state)
    }
    #expect(recording.steps[12].state == trainer.state)
    #expect(
      recording.steps.contains { $0.validationLoss != nil } == !trainer.split.validation.isEmpty)
  }

  @Test("the network of a recording computes the same bits") func replay() throws {
    let (_, recording) = try Self.recorded()
    var original = try Self.trainer()
    var copy = try recording.trainer()
    #expect(copy.split == original.split && copy.parameterNames == original.parameterNames)
    for step in recording.steps {
      let parameters = step.state.parameters
      for example in original.split.train.prefix(5) {
        let (a, b) = (original.replay(example, parameters), copy.replay(example, parameters))
        #expect(a.data == b.data && a.gradients == b.gradients)
      }
      #expect(
        original.evaluate(original.split.train, parameters)
          == copy.evaluate(original.split.train, parameters))
    }
  }

  @Test(
    "a run that was cut off anywhere goes on as if it had never stopped",
    arguments: [
      [],
      [
        "loss=squaredError", "reduction=sum", "model.initialization={uniform: 0.3, biases: true}",
        "optimizer={kind: momentum, learningRate: {1: 0.01, 5: 0.02}, momentum: {1: 0.5, 9: 0.9}}",
      ],
    ])
  func resuming(_ settings: [String]) throws {
    let (file, _) = try Self.recorded(settings)
    let whole = try file.bytes()
    let first = try #require(Self.starts(whole).first)
    var random = Xorshift64Star(seed: 3)
    let cuts =
      Self.starts(whole).dropFirst()
      + (0..<40).map { _ in
        Int(random.uniform(Double(first + 400), Double(whole.count - 1)))
      }
    for cut in cuts {
      let torn = File()
      try torn.write(Array(whole[..<cut]))
      guard let recording = try? Recording(path: torn.path) else {
        // Not one whole step is there.
        #expect(cut < Self.starts(whole)[2])
        continue
      }
      #expect(!recording.isFinished && recording.intactSize <= cut)
      let writer = try RecordingWriter(resuming: recording, path: torn.path)
      try Self.record(try recording.resumed(), with: writer)
      #expect(try torn.bytes() == whole, "cut at \(cut)")
    }
  }

  /// Where the blocks of a recording start, and where it ends.
  static func starts(_ bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var place = "graphgrad recording 1\n".utf8.count
    while place < bytes.count {
      starts.append(place)
      let length = (0..<8).reduce(0) { $0 | Int(bytes[place + 4 + $1]) << (8 * $1) }
      place += 16 + length
    }
    return starts
  }

  @Test("a run recorded now and then goes on in the same way") func thinned() throws {
    let (file, recording) = try Self.recorded(every: 5)
    #expect(recording.steps.map(\.number) == [1, 6, 11, 13])
    let whole = try file.bytes()
    let torn = File()
    try torn.write(Array(whole[..<Self.starts(whole)[3]]))
    let half = try Recording(path: torn.path)
    #expect(half.steps.map(\.number) == [1, 6])
    try Self.record(
      try half.resumed(), with: RecordingWriter(resuming: half, path: torn.path))
    #expect(try torn.bytes() == whole)
  }

  @Test("a finished run cannot go on") func finished() throws {
    let (file, recording) = try Self.recorded()
    #expect(throws: RecordingError.notResumable(reason: "this run is finished")) {
      try recording.resumed()
    }
    #expect(throws: RecordingError.notResumable(reason: "this run is finished")) {
      try RecordingWriter(resuming: recording, path: file.path)
    }
  }
}
