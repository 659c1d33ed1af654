internal import Autograd
internal import Randomness

/// How the weights of a neuron are drawn before training; biases start at 0 unless they are drawn
/// in the same way.
public struct Initialization: Sendable, Equatable {
  /// What the weights are drawn from.
  public enum Distribution: Sendable, Equatable {
    /// One whose spread follows from the layer's size.
    case scheme(Scheme)
    /// Uniform between −`within` and `within`.
    case uniform(within: Double)
    /// Normal about 0.
    case normal(deviation: Double)
  }

  /// The distributions whose spread follows from the layer's size.
  public enum Scheme: String, CaseIterable, Codable, Sendable { case uniform, xavier, he }

  /// What the weights are drawn from.
  public var distribution: Distribution
  /// Whether the biases are drawn like the weights, after them, neuron by neuron.
  public var drawsBiases: Bool

  /// A way to draw the first weights.
  public init(_ distribution: Distribution, drawsBiases: Bool = false) {
    self.distribution = distribution
    self.drawsBiases = drawsBiases
  }

  /// Uniform in ±1/√inputs, as in micrograd's teaching module.
  public static let uniform = Initialization(.scheme(.uniform))
  /// Uniform in ±√(6/(inputs + outputs)): Glorot and Bengio 2010, for tanh and sigmoid.
  public static let xavier = Initialization(.scheme(.xavier))
  /// Normal with variance 2/inputs: He, Zhang, Ren and Sun 2015, for ReLU.
  public static let he = Initialization(.scheme(.he))

  /// Draws one weight of a layer with that many inputs and outputs.
  public func weight(inputs: Int, outputs: Int, random: inout some RandomNumberGenerator) -> Double
  {
    switch distribution {
    case .scheme(.uniform): random.uniform(-1, 1) * Op.power.evaluate(Double(inputs), -0.5)
    case .scheme(.xavier): random.uniform(-1, 1) * (6 / Double(inputs + outputs)).squareRoot()
    case .scheme(.he): random.normal() * (2 / Double(inputs)).squareRoot()
    case .uniform(let limit): random.uniform(-limit, limit)
    case .normal(let deviation): random.normal() * deviation
    }
  }

  /// The first bias of a neuron of such a layer; nothing is drawn for a 0.
  public func bias(inputs: Int, outputs: Int, random: inout some RandomNumberGenerator) -> Double {
    drawsBiases ? weight(inputs: inputs, outputs: outputs, random: &random) : 0
  }
}
