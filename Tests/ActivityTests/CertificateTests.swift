import Autograd
import GraphModel
import Randomness
import Testing

@testable import Activity

@Suite("Certificates") struct CertificateTests {
  @Test("certified neurons never fire on 100,000 points between the smallest and largest inputs")
  func neverFires() {
    var random = Xorshift64Star(seed: 99)
    var (certified, merelyDead, points) = (0, 0, 0)
    for seed in 1...250 as ClosedRange<UInt64> {
      let network = RandomNetwork(seed: seed)
      let activity = Activity(network.plain.lanes(network.samples))
      let places = network.plain.hidden.filter {
        activity[$0.name].findings.contains(.cannotFire)
      }
      certified += places.count
      merelyDead += activity.neurons.count { neuron in
        neuron.findings.contains(.dead) && !neuron.findings.contains(.cannotFire)
      }
      if places.isEmpty { continue }
      for _ in 0..<600 {
        points += 1
        let sums = network.plain.preactivations(Self.point(in: network.samples, &random))
        #expect(places.allSatisfy { sums[$0.layer][$0.neuron] <= 0 }, "\(seed)")
      }
    }
    #expect(certified > 100 && merelyDead > 20 && points >= 100_000, "\(certified) \(merelyDead)")
  }

  private static func point(in samples: [Sample], _ random: inout Xorshift64Star) -> [Double] {
    samples[0].inputs.indices.map { index in
      let numbers = samples.map { $0.inputs[index] }
      return random.uniform(numbers.min() ?? 0, numbers.max() ?? 0)
    }
  }

  @Test(
    "an operation's value lies in the interval it has for intervals of its operands",
    arguments: Op.allCases.filter { (1...2).contains($0.arity) })
  func enclosure(_ op: Op) {
    var random = Xorshift64Star(seed: 7)
    var known = 0
    for _ in 0..<2_000 {
      let (x, y) = (Self.interval(&random), Self.interval(&random))
      let image = op.evaluate(x, y)
      known += image.isUnknown ? 0 : 1
      for _ in 0..<10 {
        let value = op.evaluate(random.uniform(x.low, x.high), random.uniform(y.low, y.high))
        #expect(image.isUnknown || (image.low <= value && value <= image.high), "\(x) \(y)")
      }
    }
    #expect(known > 0)
  }

  /// Wide and narrow ones, on both sides of 0, and points.
  private static func interval(_ random: inout Xorshift64Star) -> Interval {
    let middle = random.uniform(-4, 4)
    let width = random.unit() < 0.2 ? 0 : random.uniform(0, random.unit() < 0.5 ? 0.1 : 5)
    return Interval(middle - width, middle + width)
  }
}
