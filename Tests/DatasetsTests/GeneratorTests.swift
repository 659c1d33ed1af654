import Datasets
import Randomness
import Testing

private func norm(_ example: Example) -> Double {
  (example.inputs[0] * example.inputs[0] + example.inputs[1] * example.inputs[1]).squareRoot()
}

@Suite("Generated data") struct GeneratorTests {
  @Test("the same seed gives the same data, another seed other data") func seeds() {
    func draw(_ seed: UInt64) -> Dataset {
      var random = Xorshift64Star(seed: seed)
      return .moons(count: 20, random: &random)
    }
    #expect(draw(5) == draw(5) && draw(5) != draw(6))
  }

  @Test("the generator's numbers are uniform, or normal") func moments() {
    var random = Xorshift64Star(seed: 3)
    let uniform = (0..<20_000).map { _ in random.uniform(-1, 3) }
    #expect(uniform.allSatisfy { (-1..<3).contains($0) })
    #expect(abs(uniform.reduce(0, +) / 20_000 - 1) < 0.05)
    let normal = (0..<20_000).map { _ in random.normal() }
    #expect(abs(normal.reduce(0, +) / 20_000) < 0.05)
    #expect(abs(normal.map { $0 * $0 }.reduce(0, +) / 20_000 - 1) < 0.05)
  }

  @Test("shapes without noise lie where they are said to lie") func shapes() {
    var random = Xorshift64Star(seed: 1)
    let circles = Dataset.circles(count: 40, noise: 0, random: &random)
    for example in circles.examples {
      #expect(abs(norm(example) - (example.target == .label(0) ? 1 : 0.5)) < 1e-12)
    }
    let spirals = Dataset.spirals(count: 30, classes: 3, noise: 0, random: &random)
    #expect(spirals.examples.allSatisfy { norm($0) < 1 } && spirals.classNames.count == 3)
    let xor = Dataset.xor(random: &random)
    for example in xor.examples {
      #expect(example.target == .label(example.inputs[0] == example.inputs[1] ? 0 : 1))
    }
    let blobs = Dataset.blobs(count: 10, noise: 0, random: &random)
    #expect(blobs.examples[1].inputs == [1, 1] && blobs.examples[0].inputs == [-1, -1])
    let moons = Dataset.moons(count: 30, noise: 0, random: &random)
    #expect(moons.examples.allSatisfy { ($0.inputs[1] >= 0.5) <= ($0.target == .label(0)) })
  }

  @Test("yin-yang's classes take turns and stay in the circle of radius 2") func yinYang() {
    var random = Xorshift64Star(seed: 42)
    let data = Dataset.yinYang(count: 60, random: &random)
    #expect(data.examples.enumerated().allSatisfy { $1.target == .label($0 % 3) })
    #expect(data.examples.allSatisfy { norm($0) <= 2 })
  }

  @Test(
    "a split cuts where n times the share is rounded down",
    arguments: [
      (100, 80, 10, 10), (10, 8, 1, 1), (61, 48, 6, 7), (55, 44, 5, 6), (1, 0, 0, 1),
      (0, 0, 0, 0), (30, 24, 3, 3),
    ])
  func split(_ count: Int, _ train: Int, _ validation: Int, _ test: Int) {
    let example = Example(inputs: [0], target: .numbers([0]))
    let split = Split(Array(repeating: example, count: count))
    #expect(split.train.count == train && split.validation.count == validation)
    #expect(split.test.count == test)
  }
}

extension Bool {
  /// Whether this implies the other.
  fileprivate static func <= (left: Bool, right: Bool) -> Bool { !left || right }
}
