public import Autograd
internal import Refusal

/// Neurons without biases that are used at one position after the other: `activation(W · x)`.
///
/// Each neuron is recorded in a scope of its own, and each use of it in one inside, such as
/// `neuron3/position2`.
public struct Projection {
  /// Of each neuron its weights, one for each input.
  public let weights: [[Value]]
  /// What is done with the sums.
  public let activation: Activation
  private let scopes: [String]
  private let symbol: String

  /// Records the weights of `outputs` neurons, in the scopes `unit1`, `unit2`, ….
  ///
  /// - Parameters:
  ///   - word: what the scopes of the neurons are called, before their number.
  ///   - symbol: what their outputs are called.
  /// - Precondition: at least one input.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    inputs: Int, outputs: Int, word: String = "unit", symbol: String,
    activation: Activation = .linear, initialization: Initialization,
    random: inout some RandomNumberGenerator
  ) {
    self.init(
      inputs: inputs, scopes: (0..<outputs).map { "\(word)\($0 + 1)" }, symbol: symbol,
      activation: activation, initialization: initialization, random: &random)
  }

  /// Records the weights of a neuron in each of `scopes`.
  ///
  /// - Precondition: at least one input, and no scope twice.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    inputs: Int, scopes: [String], symbol: String, activation: Activation = .linear,
    initialization: Initialization, random: inout some RandomNumberGenerator
  ) {
    require(inputs > 0, "a sum without weights has nothing to be recorded from")
    self.activation = activation
    self.symbol = symbol
    self.scopes = scopes
    weights = scopes.map { scope in
      Tape.scope(scope) {
        (0..<inputs).map { index in
          .parameter(
            initialization.weight(inputs: inputs, outputs: scopes.count, random: &random),
            named: "w\(index + 1)")
        }
      }
    }
  }

  /// The weights, neuron by neuron.
  public var parameters: [Value] { weights.flatMap(\.self) }

  /// Records what the neurons make of the values at each position.
  ///
  /// - Precondition: as many values at a position as a neuron has weights.
  public func callAsFunction(_ positions: [[Value]]) -> [[Value]] {
    positions.enumerated().map { place, values in
      scopes.indices.map { index in
        Tape.scope(scopes[index]) {
          Tape.scope(Position.name(place)) { output(of: weights[index], values) }
        }
      }
    }
  }

  private func output(of weights: [Value], _ values: [Value]) -> Value {
    require(
      weights.count == values.count,
      "a neuron of \(weights.count) weights was given \(values.count) inputs")
    let sum = (weights[0] * values[0]).addingProducts(
      Array(weights.dropFirst()), Array(values.dropFirst()))
    if activation == .linear { return sum.named(symbol) }
    return activation(sum.named("z")).named(symbol)
  }
}
