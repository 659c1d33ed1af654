/// A derivative measured by central differences, extrapolated to a step of zero.
///
/// Ridders 1982, "Accurate computation of F'(x) and F'(x)F''(x)": differences with ever smaller
/// steps, combined so that the leading errors cancel; the combination that agrees best with its
/// neighbours is taken. Good to about 1e-10 of the derivative for smooth functions.
public struct CentralDifference: Sendable {
  /// The derivative; `nan` where the function is not finite on both sides.
  public let derivative: Double
  /// Whether the slopes from the left and from the right differ, as of |x| at 0, or do so near enough
  /// that steps of different lengths give no common derivative.
  public let isKink: Bool

  private static let levels = 9
  private static let shrinkage = 4.0
  /// How well combinations should agree, relative to a derivative above 1.
  private static let precision = 1e-7

  /// Measures the derivative of `function` at `x`.
  public init(at x: Double, of function: (Double) -> Double) {
    var step = 0.1 * max(abs(x), 0.01)
    var rows: [[Double]] = []
    var best = (value: Double.nan, error: Double.infinity)
    for _ in 0..<Self.levels {
      let (right, left) = (x + step, x - step)
      var row = [(function(right) - function(left)) / (right - left)]
      for (column, coarser) in (rows.last ?? []).enumerated() {
        let factor = Self.power(2 * (column + 1))
        let value = (factor * row[column] - coarser) / (factor - 1)
        let error = max(abs(value - row[column]), abs(value - coarser))
        if error <= best.error { best = (value, error) }
        row.append(value)
      }
      if row[0].isFinite { rows.append(row) } else { rows.removeAll() }
      step /= Self.shrinkage
    }
    derivative = best.value
    // What the shortest step says is rough, but sees no kink farther away.
    let (finest, shortest) = (rows.last?.first ?? .nan, step * Self.shrinkage)
    let room = max(
      Self.precision * max(1, abs(best.value)), 4 * .ulpOfOne * abs(function(x)) / shortest)
    isKink = best.error > room || abs(finest - best.value) > room || Self.isKink(at: x, function)
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * shrinkage }
  }

  /// The slopes on both sides of a smooth function differ ten times less if the steps are ten times
  /// shorter; a jump between them, at `x` or a little beside it, does not follow that.
  private static func isKink(at x: Double, _ function: (Double) -> Double) -> Bool {
    let center = function(x)
    func jump(_ step: Double) -> (size: Double, slope: Double) {
      let right = (function(x + step) - center) / step
      let left = (center - function(x - step)) / step
      return (abs(right - left), max(abs(right), abs(left)))
    }
    let scale = max(abs(x), 0.01)
    let (coarse, fine) = (jump(1e-4 * scale), jump(1e-5 * scale))
    guard coarse.size > precision * max(1, coarse.slope) else { return false }
    return !(3...30).contains(coarse.size / fine.size)
  }
}
