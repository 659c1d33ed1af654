public import Autograd
public import Datasets
public import Experiments
internal import NeuralNetworks

/// Records a training loop of one's own.
///
///     let recorder = try Recorder(
///       "run.gradrec", data: data, parameters: model.parameters, loss: .crossEntropy
///     ) { model($0) }
///     for step in 1...50 {
///       let loss = …                       // of all examples, as a Value
///       try recorder.add(loss: loss.data)  // before the update
///       optimizer.update(model.parameters, loss.backward())
///     }
///     try recorder.finish(loss: …)         // the loss after the last update
///
/// Drawings, verdicts and the page are made of the file as of any other recording.
public final class Recorder {
  private let writer: RecordingWriter
  private let parameters: [Value]
  private var steps = 0

  /// Starts a recording.
  ///
  /// - Parameters:
  ///   - path: the file; one that is there is replaced.
  ///   - name: what the run is called.
  ///   - data: the examples that the network is trained on.
  ///   - parameters: of the network, on the thread's current tape; their numbers are recorded at
  ///     every step.
  ///   - loss: how wrong an output is.
  ///   - model: computes the outputs from the inputs.
  /// - Throws: ``RecordingError``, or `RunDescriptionError` if the parts do not fit together.
  public init(
    _ path: String, named name: String = "run", data: Dataset, parameters: [Value],
    loss: LossKind, model: ([Value]) -> [Value]
  ) throws {
    let run = try RunDescription(
      named: name, data: data, parameters: parameters, loss: loss, model: model)
    writer = try RecordingWriter(path: path, of: run, optimizerRows: [])
    self.parameters = parameters
  }

  /// Records a step with the parameters as they are now, before its update.
  ///
  /// - Throws: ``RecordingError/file(reason:)``.
  public func add(loss: Double) throws(RecordingError) {
    try writer.add(step(loss))
    steps += 1
  }

  /// Records the network after the last update; nothing comes behind it.
  ///
  /// - Throws: ``RecordingError/file(reason:)``.
  public func finish(loss: Double) throws(RecordingError) {
    try writer.finish(step(loss))
  }

  private func step(_ loss: Double) -> RecordedStep {
    RecordedStep(
      number: steps + 1, loss: loss,
      state: TrainingState(
        steps: steps, parameters: parameters.map(\.data),
        optimizer: OptimizerState(time: 0, rows: [])))
  }
}
