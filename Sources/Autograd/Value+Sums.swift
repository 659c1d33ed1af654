internal import Refusal

extension Value {
  /// Records `self + w₁·x₁ + w₂·x₂ + …`: the same products and sums that the operators record, in
  /// one call.
  ///
  /// - Precondition: as many weights as inputs, all on the tape of this value.
  public func addingProducts(_ weights: [Value], _ inputs: [Value]) -> Value {
    require(
      weights.count == inputs.count,
      "\(weights.count) weights cannot multiply \(inputs.count) inputs")
    var sum = self
    for index in weights.indices {
      let (weight, input) = (weights[index], inputs[index])
      sum = sum.recorded(.add, weight.recorded(.multiply, input))
    }
    return sum
  }
}
