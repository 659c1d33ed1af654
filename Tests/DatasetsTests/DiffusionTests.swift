import Foundation
import Randomness
import Testing

@testable import Datasets

@Suite("noise added level by level") struct DiffusionTests {
  @Test("what is left of a point falls to nearly nothing, whatever the number of levels")
  func schedule() {
    for count in [21, 50, 1_000] {
      let schedule = NoiseSchedule(levels: count)
      #expect(schedule.variances.allSatisfy { $0 > 0 && $0 < 1 })
      #expect(zip(schedule.signalShares, schedule.signalShares.dropFirst()).allSatisfy { $0 > $1 })
      #expect(schedule.signalShares[0] > 0.99 && schedule.signalShares[count - 1] < 1e-4)
      for level in [1, count] {
        let (signal, noise) = (schedule.signal(level), schedule.noise(level))
        #expect(abs(signal * signal + noise * noise - 1) < 1e-12)
      }
    }
    // Ho, Jain and Abbeel 2020: from 1e-4 to 0.02 in 1,000 levels.
    let published = NoiseSchedule(levels: 1_000).variances
    #expect(abs(published[0] - 1e-4) < 1e-15 && abs(published[999] - 0.02) < 1e-15)
  }

  @Test("each example is its point, shrunk, with its target as noise") func examples() {
    var random = Xorshift64Star(seed: 5)
    let plane = Dataset.moons(count: 300, random: &random)
    let schedule = NoiseSchedule(levels: 30)
    let noisy = Dataset.diffusion(of: plane, schedule, random: &random)
    #expect(noisy.examples.count == 300 && noisy.targetNames.count == 2)
    let points = noisy.examples.map(schedule.point)
    for axis in 0..<2 {
      let mean = points.reduce(0) { $0 + $1[axis] } / 300
      let variance = points.reduce(0) { $0 + $1[axis] * $1[axis] } / 300
      #expect(abs(mean) < 1e-9 && abs(variance - 1) < 1e-9)
    }
    // The points are those of the plane, moved and scaled: shapes are kept.
    let spread = plane.examples.map { $0.inputs[0] }
    let slope = (points[7][0] - points[2][0]) / (spread[7] - spread[2])
    #expect(abs((points[90][0] - points[2][0]) / (spread[90] - spread[2]) - slope) < 1e-9)
    #expect(noisy.examples[29].inputs[2] == 1 && noisy.examples[30].inputs[2] == 1.0 / 30)
  }

  @Test("with the noise known, the last step back gives the point itself") func lastStep() {
    let schedule = NoiseSchedule(levels: 40)
    let (point, noise) = (0.7, -1.3)
    let noisy = schedule.signal(1) * point + schedule.noise(1) * noise
    let back = schedule.stepBack(noisy, level: 1, predictedNoise: noise, freshNoise: 9)
    #expect(abs(back - point) < 1e-12)
  }

  @Test("the energy distance is 0 of a set to itself, and that of two points by hand")
  func distance() {
    let set = [[0.0, 0], [3, 4], [1, 1]]
    #expect(abs(EnergyDistance.between(set, set)) < 1e-15)
    #expect(EnergyDistance.between([[0, 0]], [[3, 4]]) == 10)
    #expect(EnergyDistance.between([[0.0], [2]], [[1.0]]) == 2 * 1 - 1 - 0)
  }
}
