internal import Autograd
public import Randomness

/// How the weights of a neuron are drawn before training; biases start at 0.
public enum Initialization: String, CaseIterable, Codable, Sendable {
  /// Uniform in ±1/√inputs, as in micrograd's teaching module.
  case uniform
  /// Uniform in ±√(6/(inputs + outputs)): Glorot and Bengio 2010, for tanh and sigmoid.
  case xavier
  /// Normal with variance 2/inputs: He, Zhang, Ren and Sun 2015, for ReLU.
  case he

  /// Draws one weight of a layer with that many inputs and outputs.
  public func weight(inputs: Int, outputs: Int, random: inout Xorshift64Star) -> Double {
    switch self {
    case .uniform: random.uniform(-1, 1) * Op.power.evaluate(Double(inputs), -0.5)
    case .xavier: random.uniform(-1, 1) * (6 / Double(inputs + outputs)).squareRoot()
    case .he: random.normal() * (2 / Double(inputs)).squareRoot()
    }
  }
}
