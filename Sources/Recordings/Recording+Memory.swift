public import Experiments

extension Recording {
  /// A whole run as it would be read from a file, without a file.
  ///
  /// - Parameters:
  ///   - trainer: what was trained.
  ///   - steps: what each step saw, and at the end the network after the last update.
  ///   - every: every how many steps one is among them.
  public init(of trainer: Trainer, steps: [RecordedStep], every: Int = 1) {
    let head = RecordingHead(
      run: trainer.description, optimizerRows: trainer.optimizerStateNames, every: every)
    self.init(head, steps, isFinished: true, damage: nil, intactSize: 0)
  }
}
