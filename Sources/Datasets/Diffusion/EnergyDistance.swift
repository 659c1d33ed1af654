internal import Refusal

/// How different two sets of points are.
public enum EnergyDistance {
  /// 2 E|X − Y| − E|X − X′| − E|Y − Y′|, the means over all pairs: 0 if and only if both sets are
  /// drawn from the same distribution, in the limit of many points.
  ///
  /// Székely and Rizzo 2013, "Energy statistics: a class of statistics based on distances". Takes a
  /// time that grows with the square of the number of points.
  ///
  /// - Precondition: neither is empty, all points have as many numbers.
  public static func between(_ first: [[Double]], _ second: [[Double]]) -> Double {
    require(!first.isEmpty && !second.isEmpty, "there are no points to compare")
    return 2 * meanDistance(first, second) - meanDistance(first, first)
      - meanDistance(second, second)
  }

  private static func meanDistance(_ first: [[Double]], _ second: [[Double]]) -> Double {
    var total = 0.0
    for point in first { for other in second { total += distance(point, other) } }
    return total / (Double(first.count) * Double(second.count))
  }

  private static func distance(_ point: [Double], _ other: [Double]) -> Double {
    var squares = 0.0
    for (a, b) in zip(point, other) { squares += (a - b) * (a - b) }
    return squares.squareRoot()
  }
}
