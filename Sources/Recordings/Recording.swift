public import Experiments

/// A recorded training run: everything it was, and what each step saw.
///
///     let recording = try Recording(path: "run.gradrec")
///     let trainer = try recording.trainer()
///     for index in recording.steps.indices { print(recording.steps[index].loss) }
///
/// Values, gradients, verdicts and pictures are computed from it again, exactly, for any step and
/// example.
public struct Recording: Sendable {
  /// The version of the format that is written and read.
  public static let formatVersion = 1

  /// What was trained, on which examples, and how.
  public private(set) var description: RunDescription
  /// Every how many steps one is recorded.
  public let every: Int
  /// The names of the rows of the optimiser's state.
  public let optimizerStateNames: [String]
  /// What each recorded step saw, in order; after a finished run the last is the network after the
  /// last update.
  public let steps: [RecordedStep]
  /// Whether the last of ``steps`` is the network after the last update.
  public let isFinished: Bool
  /// What is wrong behind the intact part, if anything is.
  public let damage: RecordingDamage?
  /// The length of the intact part in bytes.
  public let intactSize: Int

  init(
    _ head: RecordingHead, _ steps: [RecordedStep], isFinished: Bool, damage: RecordingDamage?,
    intactSize: Int
  ) {
    description = head.run
    every = head.every
    optimizerStateNames = head.optimizerRows
    self.steps = steps
    self.isFinished = isFinished
    self.damage = damage
    self.intactSize = intactSize
    // A program's own training loop has as many steps as it takes.
    if description.experiment.data.source == .given {
      description.experiment.steps = (steps.last?.number ?? 0) - (isFinished ? 1 : 0)
    }
  }

  /// The run before its first step, with the parameters of none of the steps.
  ///
  /// - Throws: ``RecordingError/damagedHead(reason:)`` if its parts do not fit together.
  public func trainer() throws(RecordingError) -> Trainer {
    do { return try Trainer(description) } catch {
      throw .damagedHead(reason: error.mistake)
    }
  }

  /// The steps proper, without the network after the last update.
  public var stepCount: Int { isFinished ? steps.count - 1 : steps.count }
}
