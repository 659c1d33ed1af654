public import Autograd

extension [Value] {
  /// Records `exp(zᵢ) / Σ exp(zⱼ)`: shares that add up to 1.
  ///
  /// Recorded as `exp(zᵢ − log Σ exp(zⱼ))`, which no size of values overflows.
  ///
  /// - Precondition: not empty.
  public func softmax() -> [Value] {
    let total = logSumExp()
    return map { ($0 - total).exp() }
  }
}
