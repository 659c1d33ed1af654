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
///     try recorder.finish()                // the network after the last update
///
/// Drawings, verdicts and the page are made of the file as of any other recording. What they show is
/// replayed from one run of the model, so the recorder proves that this is the model: when it is made
/// on many examples, and at every step on some others, it runs the model again and compares every
/// operation and every bit of the loss with the replay. What depends on the data otherwise than
/// through operations, or on anything else that changes, is refused with what to change.
public final class Recorder {
  private let writer: RecordingWriter
  private let parameters: [Value]
  private var proof: ModelProof
  private let examples: Int
  private let loss: LossKind
  private var steps = 0
  private var isFinished = false

  /// How many examples are looked at when a recorder is made, and at each step.
  private static let (first, each) = (64, 3)

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
  /// - Throws: ``RecorderError``; then no file has been made.
  @available(*, noasync, message: "record inside Tape.recording { } or the record { } of a tape")
  public init(
    _ path: String, named name: String = "run", data: Dataset, parameters: [Value],
    loss: LossKind, model: @escaping ([Value]) -> [Value]
  ) throws(RecorderError) {
    let run: RunDescription
    do {
      try Self.check(parameters)
      run = try Self.description(name, data, parameters, loss, model)
      proof = try ModelProof(run, parameters: parameters, model: model)
      try proof.check(examples: Self.first)
    } catch let error as ModelMismatch {
      throw .model(error)
    } catch let error as RunDescriptionError {
      let missing = error.missingParameters
      throw missing.isEmpty ? .parts(error) : .model(.missingParameters(missing))
    } catch {
      throw .unreadable("\(error)")
    }
    do { writer = try RecordingWriter(path: path, of: run, optimizerRows: []) } catch {
      throw .file(error)
    }
    self.parameters = parameters
    self.loss = loss
    examples = data.examples.count
  }

  /// Records a step with the parameters as they are now, before its update, and computes its loss.
  ///
  /// - Throws: ``RecorderError``.
  public func add() throws(RecorderError) { try record(proof.loss()) }

  /// Records a step with the parameters as they are now, before its update.
  ///
  /// - Parameter loss: the mean over all examples; it is compared with the model's at steps 1, 2, 4, 8
  ///   and so on, since that costs as much as going through all examples.
  /// - Throws: ``RecorderError``.
  public func add(loss: Double) throws(RecorderError) {
    if (steps + 1) & steps == 0 { try check(loss) }
    try record(loss)
  }

  /// Records the network after the last update; nothing comes behind it.
  ///
  /// - Parameter loss: the mean over all examples; computed if it is not given.
  /// - Throws: ``RecorderError``.
  public func finish(loss: Double? = nil) throws(RecorderError) {
    try proveModel()
    if let loss { try check(loss) }
    let end = step(loss ?? proof.loss())
    isFinished = true
    do { try writer.finish(end) } catch { throw .file(error) }
  }

  private func record(_ loss: Double) throws(RecorderError) {
    try proveModel()
    do { try writer.add(step(loss)) } catch { throw .file(error) }
    steps += 1
  }

  private func proveModel() throws(RecorderError) {
    if isFinished { throw .finished }
    do { try proof.check(examples: Self.each) } catch { throw .model(error) }
  }

  private func check(_ given: Double) throws(RecorderError) {
    let computed = proof.loss()
    // A sum in another order, or a share multiplied instead of divided, differs in the last digits.
    let isSame =
      abs(given - computed) <= 1e-9 * max(1, abs(computed)) || given == computed
      || given.isNaN && computed.isNaN
    if isSame { return }
    throw .model(
      .otherLoss(given: given, computed: computed, kind: loss, examples: examples))
  }

  private static func check(_ parameters: [Value]) throws(ModelMismatch) {
    var seen: Set<Value> = []
    for (index, parameter) in parameters.enumerated() {
      guard parameter.op == .parameter else {
        throw .notAParameter(number: index + 1, name: parameter.label)
      }
      if !seen.insert(parameter).inserted { throw .listedTwice(name: parameter.label) }
    }
  }

  /// The description, which must be readable again as it would be from the file.
  private static func description(
    _ name: String, _ data: Dataset, _ parameters: [Value], _ loss: LossKind,
    _ model: ([Value]) -> [Value]
  ) throws -> RunDescription {
    let run = try RunDescription(
      named: name, data: data, parameters: parameters, loss: loss, model: model)
    let head = RecordingHead(run: run, optimizerRows: [], every: 1)
    _ = try Trainer(RecordingHead(json: head.json()[...]).run)
    return run
  }

  private func step(_ loss: Double) -> RecordedStep {
    RecordedStep(
      number: steps + 1, loss: loss,
      state: TrainingState(
        steps: steps, parameters: parameters.map(\.data),
        optimizer: OptimizerState(time: 0, rows: [])))
  }
}
