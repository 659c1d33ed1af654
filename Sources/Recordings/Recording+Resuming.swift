public import Experiments

extension Recording {
  /// The run where its last recorded step starts, to be continued bit for bit as if it had never
  /// stopped. That step is taken again.
  ///
  /// - Throws: ``RecordingError/notResumable(reason:)`` for a finished run, or one whose steps were
  ///   taken by code of its own.
  public func resumed() throws(RecordingError) -> Trainer {
    guard !isFinished, let last = steps.last else {
      throw .notResumable(reason: "this run is finished")
    }
    var trainer = try trainer()
    guard description.experiment.optimizer != nil,
      trainer.optimizerStateNames == optimizerStateNames,
      last.number <= description.experiment.steps
    else {
      throw .notResumable(reason: "its steps were not taken by graphgrad train")
    }
    trainer.restore(last.state)
    return trainer
  }
}
