import Autograd
import NeuralNetworks
import Randomness
import Testing

@Suite("Any generator of random numbers") struct RandomTests {
  /// Gives the upper bits that another generator gives.
  private struct Other: RandomNumberGenerator {
    var source: Xorshift64Star
    mutating func next() -> UInt64 { source.next() }
  }

  @Test("makes the networks that the numbers it gives ask for") func same() {
    Tape.recording {
      var own = Xorshift64Star(seed: 5)
      var other = Other(source: own)
      var system = SystemRandomNumberGenerator()
      func numbers(_ random: inout some RandomNumberGenerator) -> [Double] {
        MLP(inputs: 3, layers: [4, 2], activation: .relu, initialization: .he, random: &random)
          .parameters.map(\.data)
      }
      let first = numbers(&own)
      #expect(first == numbers(&other))
      #expect(numbers(&system).allSatisfy { abs($0) < 20 } && numbers(&system) != first)
    }
  }

  @Test("the first numbers of a seed are what they were") func digits() {
    var random = Xorshift64Star(seed: 42)
    var copy = random
    #expect(random.next32() == UInt32(copy.next() >> 32))
    #expect((random.unit(), random.unit()) == (Double(copy.next() >> 40) / 16_777_216, copy.unit()))
  }
}
