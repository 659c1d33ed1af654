import Autograd
import NeuralNetworks
import Testing

@Suite("What outputs lack") struct ShortfallTests {
  private static let targets = [0.8, 0.2, 0.8, 0.2]

  private static func loss(_ outputs: [Double]) -> (loss: Double, gradients: [Double]) {
    Tape.recording {
      let values = outputs.map { Value($0) }
      let loss = Loss.squaredShortfall(
        values, targets: Self.targets.map { Value($0) }, ends: 0.2...0.8)
      let gradients = loss.backward()
      return (loss.data, values.map { gradients[$0] })
    }
  }

  @Test("what is beyond its target costs nothing, what falls short half its square") func value() {
    #expect(Self.loss([0.9, 0.1, 0.8, 0.2]).loss == 0)
    let (loss, gradients) = Self.loss([0.9, 0.1, 0.5, 0.6])
    #expect(abs(loss - (0.09 + 0.16) / 2) < 1e-15)
    #expect(gradients[0] == 0 && gradients[1] == 0)
    #expect(abs(gradients[2] + 0.3) < 1e-15 && abs(gradients[3] - 0.4) < 1e-15)
  }

  @Test("its gradient is that of central differences") func gradient() {
    let outputs = [0.31, 0.77, 0.95, 0.02]
    let gradients = Self.loss(outputs).gradients
    for place in outputs.indices {
      var (low, high) = (outputs, outputs)
      low[place] -= 1e-5
      high[place] += 1e-5
      let difference = (Self.loss(high).loss - Self.loss(low).loss) / 2e-5
      #expect(abs(difference - gradients[place]) < 1e-9)
    }
  }
}
