public import Autograd
internal import Refusal

/// A network with its parameters and the examples that neurons are judged by.
public struct LaneSet: Sendable {
  /// One program, one for each class, or one for each length of a text; each holds the same
  /// network.
  public let programs: [ExampleProgram]
  /// The examples.
  public let lanes: [Lane]
  /// The parameters, in the order of the model.
  public let parameters: [Double]
  /// The class that outputs say; `nil` where they say none.
  public let prediction: @Sendable ([Double]) -> Int?
  /// Whether the root of the programs is a loss; otherwise only what the outputs do is told.
  public let hasLoss: Bool
  let survey: Survey

  /// - Precondition: at least one program and one lane.
  public init(
    _ programs: [ExampleProgram], lanes: [Lane], parameters: [Double],
    prediction: @escaping @Sendable ([Double]) -> Int? = { _ in nil }, hasLoss: Bool = true
  ) {
    require(!programs.isEmpty && !lanes.isEmpty, "neurons are judged by one example or more")
    self.init(
      programs, lanes: lanes, parameters: parameters, prediction: prediction, hasLoss: hasLoss,
      survey: Survey(programs, lanes))
  }

  private init(
    _ programs: [ExampleProgram], lanes: [Lane], parameters: [Double],
    prediction: @escaping @Sendable ([Double]) -> Int?, hasLoss: Bool, survey: Survey
  ) {
    self.programs = programs
    self.lanes = lanes
    self.parameters = parameters
    self.prediction = prediction
    self.hasLoss = hasLoss
    self.survey = survey
  }

  /// The same network and examples with other parameters; what was found out about the programs is
  /// kept.
  public func with(_ parameters: [Double]) -> LaneSet {
    LaneSet(
      programs, lanes: lanes, parameters: parameters, prediction: prediction, hasLoss: hasLoss,
      survey: survey)
  }

  /// Runs lanes with these parameters, one by one.
  var runner: LaneRunner {
    var runner = LaneRunner(programs)
    runner.set(parameters)
    return runner
  }

  /// Runs lanes with these parameters, eight at a time.
  var batch: LaneBatch {
    var batch = survey.batch
    batch.set(parameters)
    return batch
  }
}

extension LaneSet {
  /// The effect of setting each neuron that has a verdict to 0, in the order of
  /// ``Activity/neurons``.
  public func removalEffects() -> [Effect] {
    Ablation(self).effects(of: survey.judged[0].map { _ in 0 })
  }

  /// How many nodes and edges the graph of neurons has.
  public var neuronGraphSize: Int {
    let map = survey.map
    return map.places.count + map.connections.count
  }

  /// The names of all neurons, outputs included, in the order in which they were recorded.
  public var neuronNames: [String] { survey.sites[0].map(\.name) }
}
