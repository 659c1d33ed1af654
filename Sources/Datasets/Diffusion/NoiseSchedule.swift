internal import Refusal

/// How noise is added to a point, level by level, until nothing but noise is left.
///
/// Level t mixes in noise of variance β_t; β rises in a straight line from 0.1/T to 20/T over the T
/// levels, so that what is left of the point after the last level hardly depends on T. With T = 1000
/// this is the schedule of Ho, Jain and Abbeel 2020, "Denoising diffusion probabilistic models",
/// section 4.
public struct NoiseSchedule: Sendable, Equatable {
  /// β_t, the variance of the noise that a level adds; level 1 comes first.
  public let variances: [Double]
  /// ᾱ_t = (1 − β_1)(1 − β_2)…(1 − β_t), the share of a point's variance that is left at a level.
  public let signalShares: [Double]

  /// A schedule of `levels` levels.
  ///
  /// - Precondition: 21 levels or more, so that no level adds more than there is.
  public init(levels: Int) {
    require(
      levels >= Self.fewestLevels, "\(levels) levels are fewer than \(Self.fewestLevels)")
    variances = (0..<levels).map { level in
      (0.1 + (20 - 0.1) * Double(level) / Double(levels - 1)) / Double(levels)
    }
    var share = 1.0
    signalShares = variances.map { variance in
      share *= 1 - variance
      return share
    }
  }

  /// With fewer a variance would reach 1.
  public static let fewestLevels = 21

  /// How many levels there are.
  public var count: Int { variances.count }

  /// √ᾱ_t, by which a point is shrunk at a level, counted from 1.
  public func signal(_ level: Int) -> Double { signalShares[level - 1].squareRoot() }

  /// √(1 − ᾱ_t), the deviation of the noise in it.
  public func noise(_ level: Int) -> Double { (1 - signalShares[level - 1]).squareRoot() }

  /// What a network is told of a level: t/T, and the deviation of the noise.
  public func features(_ level: Int) -> [Double] {
    [Double(level) / Double(count), noise(level)]
  }

  /// One step back towards the data (algorithm 2 of the paper): from a point at a level, the noise
  /// that was predicted in it, and fresh noise, which is not used at level 1.
  ///
  /// `(x − β_t/√(1 − ᾱ_t) · ε)/√(1 − β_t) + σ_t · z`, with σ_t² = β_t (1 − ᾱ_{t−1})/(1 − ᾱ_t).
  public func stepBack(
    _ coordinate: Double, level: Int, predictedNoise: Double, freshNoise: Double
  ) -> Double {
    let variance = variances[level - 1]
    let mean =
      (coordinate - variance / noise(level) * predictedNoise) / (1 - variance).squareRoot()
    guard level > 1 else { return mean }
    let rest = (1 - signalShares[level - 2]) / (1 - signalShares[level - 1])
    return mean + (variance * rest).squareRoot() * freshNoise
  }
}
