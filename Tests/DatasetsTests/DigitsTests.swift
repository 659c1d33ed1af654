import Datasets
import Randomness
import Testing

@Suite("Pictures of digits") struct DigitsTests {
  private static func digits(_ count: Int, seed: UInt64 = 1, noise: Double = 0.05) -> Dataset {
    var random = Xorshift64Star(seed: seed)
    return .digits(count: count, noise: noise, random: &random)
  }

  @Test("64 grey pixels from 0 to 1, classes in turn, the same for the same seed") func plain() {
    let data = Self.digits(30)
    #expect(data.inputNames.count == 64 && data.inputNames[9] == "r2c2")
    #expect(data.classNames == (0..<10).map(String.init))
    #expect(data.examples.map(\.target) == (0..<30).map { .label($0 % 10) })
    #expect(data.examples.allSatisfy { $0.inputs.allSatisfy { (0...1).contains($0) } })
    #expect(data == Self.digits(30) && data != Self.digits(30, seed: 2))
  }

  @Test("every picture has ink and ground, most of the ink inside") func ink() {
    for example in Self.digits(500, noise: 0).examples {
      let ink = example.inputs.reduce(0, +)
      #expect(ink > 5 && ink < 35, "\(example.name ?? "") has \(ink)")
      let inside = (1...6).flatMap { row in (1...6).map { example.inputs[row * 8 + $0] } }
      #expect(inside.reduce(0, +) > 0.55 * ink, "\(example.name ?? "")")
    }
  }

  @Test("a picture is nearest to others of its class: nine of ten by their mean pictures")
  func classes() {
    let examples = Self.digits(600).examples
    let means = (0..<10).map { label in
      let own = examples.prefix(400).filter { $0.target == .label(label) }
      return (0..<64).map { pixel in
        own.reduce(0) { $0 + $1.inputs[pixel] } / Double(own.count)
      }
    }
    let rights = examples.suffix(200).filter { example in
      let distances = means.map { mean in
        zip(mean, example.inputs).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      let nearest = distances.indices.min { distances[$0] < distances[$1] }
      return nearest.map { Target.label($0) } == example.target
    }
    #expect(rights.count > 150 && rights.count < 200, "\(rights.count) of 200")
  }
}
