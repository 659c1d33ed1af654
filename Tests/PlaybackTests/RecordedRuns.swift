import Foundation
import GraphGradKit

/// Runs that are recorded once for all tests.
struct RecordedRun {
  let recording: Recording
  let trainer: Trainer
  let page: PlayerPage
  let url: URL

  /// Trains and records a sample.
  init(_ sample: String, settings: [String] = []) throws {
    let top = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let yaml = try String(
      contentsOf: top.appendingPathComponent("Samples/\(sample).yaml"), encoding: .utf8)
    var trainer = try Trainer(
      Experiment(yaml: yaml, settings: settings, fallbackName: sample),
      directory: top.appendingPathComponent("Samples").path)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("\(sample).gradrec").path
    let writer = try RecordingWriter(path: path, of: trainer)
    while let step = trainer.next() { try writer.add(RecordedStep(step)) }
    let (loss, accuracy) = trainer.evaluate(trainer.split.train, trainer.parameters)
    try writer.finish(RecordedStep(after: trainer.state, loss: loss, accuracy: accuracy))
    recording = try Recording(path: path)
    self.trainer = try recording.trainer()
    page = try PlayerPage(recording)
    url = folder.appendingPathComponent("\(sample).html")
    try Data(page.html).write(to: url)
  }

  static let yinYang = Result { try RecordedRun("yinyang") }
  static let dyingReLU = Result { try RecordedRun("dying-relu") }

  static let digits = Result {
    try RecordedRun("digits", settings: ["data.count=60", "steps=22"])
  }

  static func named(_ sample: String) throws -> RecordedRun {
    switch sample {
    case "yinyang": try yinYang.get()
    case "dying-relu": try dyingReLU.get()
    case "digits": try digits.get()
    default: preconditionFailure("\(sample) is not recorded for the tests")
    }
  }
}
