public import Autograd

/// What a neuron does with its pre-activation.
public enum Activation: String, CaseIterable, Codable, Sendable {
  /// Nothing: the output is the pre-activation.
  case linear
  case tanh, sigmoid, relu, leakyRelu, gelu, softplus

  /// The activation of `preactivation`, recorded; the value itself for ``linear``.
  ///
  /// - Parameter isSpelled: whether tanh has the slope that the published run of micrograd's teaching
  ///   module spells out, `1 − tanh²` (``Op/spelledTanh``).
  public func callAsFunction(_ preactivation: Value, isSpelled: Bool = false) -> Value {
    switch self {
    case .linear: preactivation
    case .tanh: isSpelled ? preactivation.applying(.spelledTanh) : preactivation.tanh()
    case .sigmoid: preactivation.sigmoid()
    case .relu: preactivation.relu()
    case .leakyRelu: preactivation.leakyRelu()
    case .gelu: preactivation.gelu()
    case .softplus: preactivation.softplus()
    }
  }
}
