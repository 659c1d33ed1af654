internal import Experiments

/// Every step before the last recorded one: those that a recording leaves out are taken again from the
/// recorded one before them, bit for bit as the run took them.
public struct RetakenSteps: Sequence, IteratorProtocol {
  private let recorded: [RecordedStep]
  private var trainer: Trainer
  /// The recorded step that comes next, or that is behind the trainer.
  private var place = 0
  private var isBetween = false

  init(_ recorded: [RecordedStep], _ trainer: Trainer) {
    self.recorded = recorded
    self.trainer = trainer
  }

  /// The next step; `nil` at the last recorded one.
  public mutating func next() -> RecordedStep? {
    guard place + 1 < recorded.count else { return nil }
    return isBetween ? taken() : known()
  }

  private mutating func known() -> RecordedStep {
    let step = recorded[place]
    isBetween = recorded[place + 1].number > step.number + 1
    if isBetween {
      trainer.restore(step.state)
      _ = trainer.next()
    } else {
      place += 1
    }
    return step
  }

  private mutating func taken() -> RecordedStep? {
    guard let step = trainer.next() else { return nil }
    if step.number + 1 == recorded[place + 1].number {
      place += 1
      isBetween = false
    }
    return RecordedStep(step)
  }
}

extension Recording {
  /// How many of the steps before the last recorded one are not recorded.
  public var gapCount: Int {
    guard let first = steps.first, let last = steps.last else { return 0 }
    return last.number - first.number + 1 - steps.count
  }

  /// Every step before the last recorded one, also those that are left out; a step of those takes as
  /// long as it took in the run.
  ///
  /// - Throws: ``RecordingError/notResumable(reason:)`` for a run whose steps were taken by code of its
  ///   own.
  public func everyStep() throws(RecordingError) -> RetakenSteps {
    let trainer = try trainer()
    guard isTrainedHere || gapCount == 0 else {
      throw .notResumable(reason: "its steps were not taken by graphgrad train")
    }
    return RetakenSteps(steps, trainer)
  }
}
