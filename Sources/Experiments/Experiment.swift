public import Autograd

/// A training run, described: data, model, loss, optimiser, steps and what is drawn.
public struct Experiment: Codable, Sendable {
  /// What the run is called.
  public var name: String
  /// Where all random numbers start: first the data's, then the model's.
  public var seed: UInt64
  /// Where the examples come from.
  public var data: DataDescription
  /// The network.
  public var model: ModelDescription
  /// How wrong an output is; `nil` where it follows from the data and the outputs.
  public var loss: LossKind?
  /// How cross-entropy is computed.
  public var lossForm: LossForm {
    get { givenLossForm ?? .stable }
    set { givenLossForm = newValue }
  }
  var givenLossForm: LossForm?
  /// Whether the losses of the examples are averaged or summed.
  public var reduction: Reduction {
    get { givenReduction ?? .mean }
    set { givenReduction = newValue }
  }
  var givenReduction: Reduction?
  /// The strength of the L2 penalty on all parameters; 0 for none.
  public var l2: Double
  /// How the parameters are moved; `nil` where nothing is trained.
  public var optimizer: OptimizerDescription?
  /// How many training examples a step sees: the next ones in their order, from the first again
  /// behind the last; `nil` for all.
  public var batch: Int?
  /// How many times the parameters are updated.
  public var steps: Int
  /// The validation loss is computed before every so many steps, starting with the first.
  public var validateEvery: Int
  /// How exactly the training is computed.
  public var arithmetic: Arithmetic {
    get { givenArithmetic ?? .exact }
    set { givenArithmetic = newValue }
  }
  var givenArithmetic: Arithmetic?
  /// What is drawn.
  public var view: ViewDescription
  /// Where the values stand that may turn out not to fit the data, by key.
  var places: [String: ExperimentError.Place] = [:]

  private enum CodingKeys: String, CodingKey {
    case name, seed, data, model, loss, l2, optimizer, batch, steps, validateEvery, view
    case givenArithmetic = "arithmetic"
    case givenReduction = "reduction"
    case givenLossForm = "lossForm"
  }
}
