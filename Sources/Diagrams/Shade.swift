/// How strong a number is drawn, the same in every frame.
enum Shade {
  private static let count = 4

  /// `p1` to `p4` above 0, `n1` to `n4` below; `nil` for 0 and for what is not finite.
  static func name(of value: Double) -> String? {
    guard value.isFinite, value != 0 else { return nil }
    let level = min(count, 1 + Int(strength(value) * Double(count)))
    return "\(value > 0 ? "p" : "n")\(level)"
  }

  /// From 0 to below 1: |x| / (1 + |x|).
  static func strength(_ value: Double) -> Double {
    let size = abs(value)
    return size.isFinite ? size / (1 + size) : 1
  }
}
