public import Autograd
internal import Refusal

/// Weights, a bias and an activation: `activation(b + w₁x₁ + w₂x₂ + …)`.
public struct Neuron {
  /// One weight for each input.
  public let weights: [Value]
  /// The bias.
  public let bias: Value
  /// What is done with the pre-activation.
  public let activation: Activation

  /// Records the parameters of a neuron of a layer with that many inputs and outputs.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    inputs: Int, outputs: Int, activation: Activation, initialization: Initialization = .uniform,
    random: inout some RandomNumberGenerator
  ) {
    var weights: [Double] = []
    for _ in 0..<inputs {
      weights.append(
        initialization.weight(inputs: inputs, outputs: outputs, random: &random))
    }
    let bias = initialization.bias(inputs: inputs, outputs: outputs, random: &random)
    self.init(weights: weights, bias: bias, activation: activation)
  }

  /// Records a neuron with these parameters.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(weights: [Double], bias: Double, activation: Activation) {
    self.weights = weights.enumerated().map { index, weight in
      .parameter(weight, named: "w\(index + 1)")
    }
    self.bias = .parameter(bias, named: "b")
    self.activation = activation
  }

  /// The weights and the bias.
  public var parameters: [Value] { weights + [bias] }

  /// Records the output for `inputs`, summing from the bias on: `((b + w₁x₁) + w₂x₂) + …`.
  ///
  /// - Parameter isSpelled: see ``Activation/callAsFunction(_:isSpelled:)``.
  /// - Precondition: as many inputs as weights.
  public func callAsFunction(_ inputs: [Value], isSpelled: Bool = false) -> Value {
    require(
      inputs.count == weights.count,
      "a neuron of \(weights.count) weights was given \(inputs.count) inputs")
    return activation(bias.addingProducts(weights, inputs).named("z"), isSpelled: isSpelled)
  }
}
