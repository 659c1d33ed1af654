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
  public private(set) var every: Int
  /// The names of the rows of the optimiser's state.
  public let optimizerStateNames: [String]
  /// What each recorded step saw, in order; after a finished run the last is the network after the
  /// last update.
  public private(set) var steps: [RecordedStep]
  /// Whether the last of ``steps`` is the network after the last update.
  public let isFinished: Bool
  /// What is wrong behind the intact part, if anything is.
  public let damage: RecordingDamage?
  /// The length of the intact part in bytes.
  public let intactSize: Int
  /// The length of the whole file in bytes.
  let fileSize: Int

  init(
    _ head: RecordingHead, _ steps: [RecordedStep], isFinished: Bool, damage: RecordingDamage?,
    intactSize: Int, fileSize: Int = 0
  ) {
    description = head.run
    every = head.every
    optimizerStateNames = head.optimizerRows
    self.steps = steps
    self.isFinished = isFinished
    self.damage = damage
    self.intactSize = intactSize
    self.fileSize = fileSize
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

  /// Whether its steps were taken by the optimiser that it names, not by code of its own.
  var isTrainedHere: Bool {
    description.experiment.optimizer != nil && description.experiment.data.source != .given
  }

  /// The steps proper, without the network after the last update.
  public var stepCount: Int { isFinished ? steps.count - 1 : steps.count }

  /// The recording with at most so many of its steps, at equal distances; the first and the last step
  /// are always among them, and the network after the last update is there beside them.
  ///
  /// - Precondition: `most` is 2 or more.
  public func thinned(to most: Int) -> Recording {
    let distance = (stepCount + most - 3) / max(most - 1, 1)
    guard stepCount > most, distance > 1 else { return self }
    var result = self
    result.every = every * distance
    result.steps = steps.indices.filter { $0 % distance == 0 || $0 >= stepCount - 1 }.map {
      steps[$0]
    }
    return result
  }
}
