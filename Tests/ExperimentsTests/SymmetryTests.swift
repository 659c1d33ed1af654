import Autograd
import Datasets
import Experiments
import SampleFiles
import Testing

/// What Rumelhart, Hinton and Williams 1986 say of the network of their figure 1, of the sample.
@Suite("The sample symmetry") struct SymmetryTests {
  private static func trained() throws -> Trainer {
    let sample = try #require(Sample.named("symmetry"))
    var trainer = try Trainer(Experiment(yaml: sample.files[0].text))
    while trainer.next() != nil {}
    return trainer
  }

  /// The weights of a hidden unit, its bias last.
  private static func unit(_ number: Int, of trainer: Trainer) -> [Double] {
    zip(trainer.parameterNames, trainer.parameters)
      .filter { $0.0.hasPrefix("layer1/neuron\(number)/") }.map(\.1)
  }

  @Test("weights are equal and opposite about the middle, in the ratio 1 : 2 : 4, biases below 0")
  func weights() throws {
    var trainer = try Self.trained()
    #expect(trainer.evaluate(trainer.split.train, trainer.parameters).accuracy == 1)
    for number in 1...2 {
      let unit = Self.unit(number, of: trainer)
      #expect(unit.count == 7 && unit[6] < 0)
      for place in 0..<3 {
        #expect(abs(unit[place] / unit[5 - place] + 1) < 0.01, "\(unit)")
      }
      let sizes = unit[..<3].map(abs).sorted()
      #expect(abs(sizes[1] / sizes[0] - 2) < 0.1, "\(unit)")
      #expect(abs(sizes[2] / sizes[0] - 4) < 0.2, "\(unit)")
    }
    // The other unit has the same pattern with its signs turned.
    for (first, second) in zip(Self.unit(1, of: trainer), Self.unit(2, of: trainer)).prefix(6) {
      #expect(abs(first / second + 1) < 0.01)
    }
  }

  @Test("both hidden units are off on symmetric patterns, one of them is on else") func off() throws
  {
    let trainer = try Self.trained()
    for example in trainer.split.train {
      let outputs = (1...2).map { number in
        let unit = Self.unit(number, of: trainer)
        let sum = zip(unit, example.inputs).reduce(unit[6]) { $0 + $1.0 * $1.1 }
        return Op.sigmoid.evaluate(sum, 0)
      }
      if example.target == .label(1) {
        #expect(outputs.allSatisfy { $0 < 0.2 }, "\(example.inputs): \(outputs)")
      } else {
        #expect(outputs.contains { $0 > 0.5 }, "\(example.inputs): \(outputs)")
      }
    }
  }
}
