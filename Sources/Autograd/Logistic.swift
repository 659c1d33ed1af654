/// The logistic function and the slopes that follow from it, without cancellation in either tail.
///
/// Each formula is given the exponential function to compute with: the C library's, or a quicker
/// one.
enum Logistic {
  /// e⁻⁸⁶, a power whose nearest number is 50 times nearer than most: it takes a result that is
  /// below the normal range there in one rounding.
  static let tail = 0x1.e726c3f64d0fep-125
  static let tailExponent = 86.0

  /// 1 / (1 + e⁻ˣ).
  @inline(__always)
  static func value<V: Numbers>(_ x: V, _ exp: (V) -> V) -> V {
    let power = exp(x.size.opposite)
    let sum = V(1) + power
    let share = power / sum
    // Below a half, what is taken from the power is smaller than it, and so is its error.
    let left = share.or(power - power * share, V.isLess(power, V(0.5)))
    return (V(1) / sum).or(left, V.isLess(x, V(0)))
  }

  /// e⁻ˣ / (1 + e⁻ˣ)², the same on both sides.
  @inline(__always)
  static func slope<V: Numbers>(_ x: V, _ exp: (V) -> V) -> V {
    slope(ofPower: exp(x.size.opposite))
  }

  /// 1 − tanh² x = 4·e⁻²ˣ / (1 + e⁻²ˣ)².
  @inline(__always)
  static func tanhSlope<V: Numbers>(_ x: V, _ exp: (V) -> V) -> V {
    let size = x.size.or(V(400), V.isLess(V(400), x.size))
    let isFar = V.isLess(V(350), size)
    let power = exp(V(0).or(V(tailExponent), isFar) - V(2) * size)
    return slope(ofPower: power) * V(4).or(V(4 * tail), isFar)
  }

  /// p / (1 + p)² for p up to 1: a quarter of 1 − u² for u = (1 − p) / (1 + p), or p less a part of it.
  @inline(__always)
  private static func slope<V: Numbers>(ofPower power: V) -> V {
    let half = (V(1) - power) / (V(1) + power)
    let excess = power * (V(2) + power)
    let nearMiddle = V(0.25) - V(0.25) * (half * half)
    return nearMiddle.or(
      power - power * (excess / (V(1) + excess)), V.isLess(power, V(0.35)))
  }
}
