public import Autograd

extension [Value] {
  /// Records `exp(zᵢ) / Σ exp(zⱼ)`: shares that add up to 1.
  ///
  /// No maximum is subtracted, so that the graph stays readable; above 709 `exp` overflows to `inf`.
  ///
  /// - Precondition: not empty.
  public func softmax() -> [Value] {
    let powers = map { $0.exp() }
    let sum = powers.sum()
    return powers.map { $0 / sum }
  }
}
