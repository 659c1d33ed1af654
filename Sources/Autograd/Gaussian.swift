/// gelu(x) = x·Φ(x) and its slope, where Φ is the standard normal distribution function.
///
/// With a = |x|, φ the density and Mills' ratio M(a) = Φ(−a) / φ(a), the left side is −a·φ(a)·M(a)
/// with the slope φ(a)·(M(a) − a), and the right side follows by subtraction from x and from 1: no
/// sum of terms that cancel. φ is computed from a square in two parts, so that far out, where a
/// rounded square would cost it its digits, it has them. M and M(a) − a are a power series each
/// (``mills``, ``slopes``), the second with its zero taken out.
enum Gaussian {
  @inline(__always)
  static func gelu<V: Numbers>(_ x: V, _ exp: (V) -> V) -> V {
    let a = x.size.or(V(limit), V.isLess(V(limit), x.size))
    let sum = V(1) + a
    let share = a / sum
    // What rounding took from the sum, as a share of it.
    let lost = ((V(1) - (sum - a)).or(a - (sum - V(1)), V.isLess(a, V(1)))) * (V(1) - share)
    let (density, scale) = density(a, lost, exp)
    let left = share * (density * place(a).polynomial(mills)) * scale
    return (x - left).or(left.opposite, V.isLess(x, V(0)))
  }

  @inline(__always)
  static func slope<V: Numbers>(_ x: V, _ exp: (V) -> V) -> V {
    let a = x.size.or(V(limit), V.isLess(V(limit), x.size))
    let (density, scale) = density(a, V(0), exp)
    let difference = (V(zero.high) - a) + V(zero.low)
    let left = difference * (density * place(a).polynomial(slopes)) * scale
    return left.or(V(1) - left, V.isLess(V(0), x))
  }

  @inline(never)
  static func exactGelu(_ x: LaneVector) -> LaneVector { gelu(x, LaneVector.exactExp) }

  @inline(never)
  static func fastGelu(_ x: LaneVector) -> LaneVector { gelu(x, LaneMath.exp) }

  /// Everything on the left of −40 is 0, and is computed as such there.
  private static let limit = 40.0

  /// e^(−a²/2) less the share `lost` of it, as a number and what it is to be multiplied by at the
  /// end.
  @inline(__always)
  private static func density<V: Numbers>(
    _ a: V, _ lost: V, _ exp: (V) -> V
  ) -> (V, scale: V) {
    // Veltkamp 1968: the first half of the digits, whose square is exact.
    let wide = V(134_217_729) * a
    let high = wide - (wide - a)
    let square = V(0.5) * (high * high)
    let rest = V(0.5) * ((a - high) * (a + high))
    let isFar = V.isLess(V(600), square)
    let power = exp(V(0).or(V(Logistic.tailExponent), isFar) - square)
    // 1 − e^(−rest) for a rest below 10⁻⁵.
    let share = rest * (V(1) - rest * (V(0.5) - rest * V(1.0 / 6)))
    return (power - power * (share + lost), V(1).or(V(Logistic.tail), isFar))
  }

  /// 0 to 40 brought to −1 to 9/11, where the series converge.
  @inline(__always)
  private static func place<V: Numbers>(_ a: V) -> V { (a - V(4)) / (a + V(4)) }
}
