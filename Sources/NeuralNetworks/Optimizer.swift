public import Autograd

/// A rule that moves parameters against their gradients. It owns whatever it remembers.
public protocol Optimizer: Sendable {
  /// The length of a step; it may be changed between updates.
  var learningRate: Double { get set }
  /// The names of the rows of its state, such as `m` and `v`.
  static var stateNames: [String] { get }
  /// What it remembers of `count` parameters.
  func state(count: Int) -> OptimizerState
  /// Goes on from a remembered state.
  ///
  /// - Precondition: the rows are those of ``stateNames``, of the same length.
  mutating func restore(_ state: OptimizerState)
  /// Moves each parameter by its gradient.
  ///
  /// - Precondition: the same number of both, the same at every call.
  mutating func update(_ parameters: inout [Double], gradients: [Double])
}

extension Optimizer {
  /// Moves recorded parameters, by the gradients of a value that was computed from them.
  public mutating func update(_ parameters: [Value], _ gradients: Gradients) {
    var numbers = parameters.map(\.data)
    update(&numbers, gradients: parameters.map { gradients[$0] })
    for (parameter, number) in zip(parameters, numbers) { parameter.data = number }
  }
}
