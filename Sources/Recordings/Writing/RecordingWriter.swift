public import Experiments
internal import Refusal

/// Writes a recording, step by step: what was written stays readable whatever happens later.
///
/// Every step is handed to the system at once, so that a run that is killed loses at most the step
/// it was in. A recording that was there before stays until the first step of the new one is whole, and
/// nobody else can write the same one at the same time.
public final class RecordingWriter {
  /// Where the recording is.
  public let path: String
  /// `nil` once the recording is finished.
  private var file: RecordingFile?
  private let every: Int
  private var lastNumber: Int

  /// Starts a recording, in place of any that was there.
  ///
  /// - Parameter every: only every so many steps are recorded, starting with the first.
  /// - Throws: ``RecordingError/file(reason:)``, or ``RecordingError/inUse(by:)``.
  public convenience init(
    path: String, of trainer: Trainer, every: Int = 1
  ) throws(RecordingError) {
    try self.init(
      path: path, of: trainer.description, optimizerRows: trainer.optimizerStateNames,
      every: every)
  }

  /// Starts a recording of a run whose steps are taken by other code.
  ///
  /// - Parameter optimizerRows: the names of the rows of the optimiser's state that will be given.
  /// - Throws: ``RecordingError/file(reason:)``, or ``RecordingError/inUse(by:)``.
  public init(
    path: String, of run: RunDescription, optimizerRows: [String], every: Int = 1
  ) throws(RecordingError) {
    require(every >= 1, "a recording of every \(every) steps holds none")
    let file = try RecordingFile(replacing: path)
    self.file = file
    self.path = path
    self.every = every
    lastNumber = 0
    let head = RecordingHead(run: run, optimizerRows: optimizerRows, every: every)
    try file.write(RecordingHead.start + Block(kind: .head, payload: head.json()).bytes)
  }

  /// Goes on behind the intact part of a recording; what is damaged behind it is cut off.
  ///
  /// - Throws: ``RecordingError/file(reason:)``, ``RecordingError/inUse(by:)``,
  ///   ``RecordingError/changed`` if it is not what was read, or
  ///   ``RecordingError/notResumable(reason:)`` for a finished one.
  public init(resuming recording: Recording, path: String) throws(RecordingError) {
    guard !recording.isFinished, let last = recording.steps.last else { throw Self.isFinished }
    file = try RecordingFile(
      continuing: path, size: recording.intactSize, ofAll: recording.fileSize,
      tail: Block(kind: .step, payload: last.payload).bytes)
    self.path = path
    every = recording.every
    lastNumber = last.number
  }

  /// Adds what a step saw, unless it is one of those left out or is there already.
  public func add(_ step: RecordedStep) throws(RecordingError) {
    guard step.number > lastNumber, (step.number - 1) % every == 0 else { return }
    lastNumber = step.number
    try write(Block(kind: .step, payload: step.payload).bytes)
  }

  /// Adds the network after the last update; nothing comes behind it.
  public func finish(_ end: RecordedStep) throws(RecordingError) {
    try write(Block(kind: .last, payload: end.payload).bytes)
    file = nil
  }

  private func write(_ bytes: [UInt8]) throws(RecordingError) {
    guard let file else { throw Self.isFinished }
    try file.write(bytes)
    try file.settle()
  }

  private static let isFinished = RecordingError.notResumable(reason: "this run is finished")
}
