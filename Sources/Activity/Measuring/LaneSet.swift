public import Autograd

/// A network with its parameters and the examples that neurons are judged by.
public struct LaneSet: Sendable {
  /// One program, or one for each class; each holds the same network.
  public let programs: [ExampleProgram]
  /// The examples.
  public let lanes: [Lane]
  /// The parameters, in the order of the model.
  public let parameters: [Double]
  /// The class that outputs say; `nil` where they say none.
  public let prediction: @Sendable ([Double]) -> Int?

  /// - Precondition: at least one program and one lane.
  public init(
    _ programs: [ExampleProgram], lanes: [Lane], parameters: [Double],
    prediction: @escaping @Sendable ([Double]) -> Int? = { _ in nil }
  ) {
    precondition(!programs.isEmpty && !lanes.isEmpty, "neurons are judged by one example or more")
    self.programs = programs
    self.lanes = lanes
    self.parameters = parameters
    self.prediction = prediction
  }

  /// Runs lanes with these parameters.
  var runner: LaneRunner {
    var runner = LaneRunner(programs)
    runner.set(parameters)
    return runner
  }
}

extension LaneSet {
  /// The effect of setting each neuron that has a verdict to 0, in the order of
  /// ``Activity/neurons``.
  public func removalEffects() -> [Effect] {
    let sites = programs.map { $0.neurons().filter(\.isJudged) }
    return Ablation(self, sites).effects(of: sites[0].map { _ in 0 })
  }

  /// The names of all neurons, outputs included, in the order in which they were recorded.
  public var neuronNames: [String] { programs[0].neurons().map(\.name) }
}
