public import Datasets
internal import Randomness

/// Points that a denoising network made out of noise.
public struct GeneratedPoints: Sendable, Equatable {
  /// The noise they were made of.
  public let noise: [[Double]]
  /// The points, in the same order.
  public let points: [[Double]]
  /// The points that the network learnt from, without noise.
  public let data: [[Double]]

  /// ``EnergyDistance`` of the generated points to the data; of the noise it started from; and of one
  /// half of the data to the other, the least to be had from so many points.
  public var distances: (points: Double, noise: Double, data: Double) {
    let half = data.count / 2
    return (
      EnergyDistance.between(points, data), EnergyDistance.between(noise, data),
      half == 0 ? 0 : EnergyDistance.between(Array(data[..<half]), Array(data[half...]))
    )
  }
}

extension Trainer {
  /// The levels of noise that the network learns to take away; `nil` if it learns something else.
  public var noiseSchedule: NoiseSchedule? {
    guard case .diffusion(_, let levels) = experiment.data.source else { return nil }
    return NoiseSchedule(levels: levels)
  }

  /// Makes points out of noise, level by level (Ho, Jain and Abbeel 2020, algorithm 2).
  ///
  /// - Parameter seed: where the noise starts; not 0.
  /// - Returns: `nil` if the network was not trained on noisy points.
  public mutating func denoise(
    count: Int, seed: UInt64, _ parameters: [Double]
  ) -> GeneratedPoints? {
    guard let schedule = noiseSchedule else { return nil }
    var random = Xorshift64Star(seed: seed)
    let noise = (0..<count).map { _ in [random.normal(), random.normal()] }
    var points = noise
    for level in (1...schedule.count).reversed() {
      let features = schedule.features(level)
      let predictions = outputs(of: points.map { $0 + features }, parameters)
      for index in points.indices {
        for axis in 0..<2 {
          points[index][axis] = schedule.stepBack(
            points[index][axis], level: level, predictedNoise: predictions[index][axis],
            freshNoise: random.normal())
        }
      }
    }
    let data = (split.train + split.validation + split.test).map(schedule.point)
    return GeneratedPoints(noise: noise, points: points, data: data)
  }
}
