/// Derivatives that need care: where the obvious formula loses digits, overflows or vanishes though
/// the derivative itself can be represented.
enum Slope {
  /// (x / y) / y, where `out` is x / y.
  ///
  /// A quotient below the normal range has lost digits that a divisor below 1 would bring up again.
  @inline(__always)
  static func quotient(_ x: Double, _ y: Double, _ out: Double) -> Double {
    isShort(out) ? x * 0x1p200 / y / y * 0x1p-200 : out / y
  }

  /// Whether a number is below the normal range, and has fewer digits than others.
  @inline(__always)
  static func isShort(_ number: Double) -> Bool {
    abs(number) < .leastNormalMagnitude && number != 0
  }

  static func isShort(_ numbers: LaneVector) -> SIMDMask<LaneVector.MaskStorage> {
    numbers .< .leastNormalMagnitude .& numbers .> -.leastNormalMagnitude .& numbers .!= 0
  }
}
