import Activity
import NeuralNetworks
import Randomness

/// A random network with its examples, in which many neurons are dead or without effect.
struct RandomNetwork {
  let plain: PlainNetwork
  let samples: [Sample]

  init(seed: UInt64, activation: Activation = .relu) {
    var random = Xorshift64Star(seed: seed &* 7_919 + 1)
    func draw(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(random.unit() * Double(range.count))
    }
    let sizes =
      [draw(1...3)] + (0..<draw(1...3)).map { _ in draw(1...6) } + [draw(1...3)]
    let layers = zip(sizes, sizes.dropFirst()).enumerated().map { index, size in
      PlainNetwork.Dense(
        weights: (0..<size.1).map { _ in
          (0..<size.0).map { _ in random.unit() < 0.15 ? 0 : random.uniform(-1, 1) }
        },
        biases: (0..<size.1).map { _ in random.uniform(-1.2, 0.4) },
        activation: index == sizes.count - 2 ? .linear : activation)
    }
    plain = PlainNetwork(layers: layers)
    samples = (0..<draw(5...12)).map { _ in
      Sample(
        inputs: (0..<sizes[0]).map { _ in random.uniform(-1, 1) },
        targets: (0..<(sizes.last ?? 1)).map { _ in random.uniform(-1, 1) })
    }
  }
}
