import Foundation
import GraphGradKit

/// Records a training run while it goes on.
struct RecordingLog {
  private let writer: RecordingWriter?

  /// Where the recording is; `nil` for none.
  var path: String? { writer?.path }

  /// - Parameters:
  ///   - path: the file; `nil` for none.
  ///   - every: only every so many steps; `nil` for all of a short run, and fewer of a long one.
  init(_ trainer: Trainer, path: String?, every: Int?) throws(Failure) {
    guard let path, trainer.experiment.steps > 0 else {
      writer = nil
      return
    }
    do {
      writer = try RecordingWriter(
        path: path, of: trainer, every: every ?? Self.thinning(trainer))
    } catch { throw .failed(error.message(path)) }
  }

  /// Goes on with a recording.
  init(resuming recording: Recording, path: String) throws(Failure) {
    do { writer = try RecordingWriter(resuming: recording, path: path) } catch {
      throw .wrongInput(error.message(path))
    }
  }

  func add(_ step: Trainer.Step) throws(Failure) {
    try write { writer throws(RecordingError) in try writer.add(RecordedStep(step)) }
  }

  func finish(_ trainer: inout Trainer) throws(Failure) {
    let end = Self.end(of: &trainer)
    try write { writer throws(RecordingError) in try writer.finish(end) }
  }

  /// The network after the last update.
  static func end(of trainer: inout Trainer) -> RecordedStep {
    let (loss, accuracy) = trainer.evaluate(trainer.split.train, trainer.parameters)
    return RecordedStep(after: trainer.state, loss: loss, accuracy: accuracy)
  }

  private func write(
    _ body: (RecordingWriter) throws(RecordingError) -> Void
  ) throws(Failure) {
    guard let writer else { return }
    do { try body(writer) } catch { throw .failed(error.message(writer.path)) }
  }

  /// A recording that nobody asked for holds a thousand steps and 256 MB at the most.
  static func thinning(_ trainer: Trainer) -> Int {
    let numbers = trainer.parameters.count * (1 + trainer.optimizerStateNames.count)
    let most = max(2, min(1000, 32_000_000 / max(numbers, 1)))
    return (trainer.experiment.steps + most - 1) / most
  }
}
