import Activity
import Autograd
import NeuralNetworks
import Randomness

/// A picture through filters, perhaps pooling and filters again, and a layer of outputs, in plain
/// numbers, computed with loops and without the autograd: what to compare with.
struct PlainConvolutionalNetwork: Sendable {
  /// Filters over a square picture, with squares of `pool` × `pool` pooled afterwards.
  struct Maps: Sendable {
    let size: Int
    let weights: [[Double]]
    let biases: [Double]
    let side: Int
    let channels: Int
    let pool: Int

    var outputSide: Int { side - size + 1 }
    var pooledSide: Int { outputSide / pool }
  }

  let maps: [Maps]
  let dense: PlainNetwork.Dense
  let samples: [Sample]

  var side: Int { maps[0].side }

  /// The names of the filters, and in which layer at which place each is.
  var filters: [(name: String, layer: Int, filter: Int)] {
    maps.enumerated().flatMap { layer, maps in
      maps.biases.indices.map { ("convolution\(layer + 1)/filter\($0 + 1)", layer, $0) }
    }
  }

  /// What comes out, with all outputs of a filter 0.
  func outputs(_ inputs: [Double], without removed: (layer: Int, filter: Int)? = nil) -> [Double] {
    var values = inputs
    for (layer, maps) in maps.enumerated() {
      let off = removed?.layer == layer ? removed?.filter : nil
      values = Self.pooled(maps, Self.features(maps, values, off: off))
    }
    return zip(dense.weights, dense.biases).map { weights, bias in
      zip(weights, values).reduce(bias) { $0 + $1.0 * $1.1 }
    }
  }

  /// The outputs of a filter in an example.
  func features(_ inputs: [Double], layer: Int, filter: Int) -> [Double] {
    let values = maps[..<layer].reduce(inputs) { Self.pooled($1, Self.features($1, $0, off: nil)) }
    let area = maps[layer].outputSide * maps[layer].outputSide
    return Array(Self.features(maps[layer], values, off: nil)[filter * area..<(filter + 1) * area])
  }

  private static func features(_ maps: Maps, _ inputs: [Double], off: Int?) -> [Double] {
    var result: [Double] = []
    for filter in maps.biases.indices {
      for row in 0..<maps.outputSide {
        for column in 0..<maps.outputSide {
          var sum = maps.biases[filter]
          var place = 0
          for channel in 0..<maps.channels {
            for y in row..<row + maps.size {
              for x in column..<column + maps.size {
                let input = inputs[(channel * maps.side + y) * maps.side + x]
                sum += maps.weights[filter][place] * input
                place += 1
              }
            }
          }
          result.append(filter == off || sum <= 0 ? 0 : sum)
        }
      }
    }
    return result
  }

  private static func pooled(_ maps: Maps, _ values: [Double]) -> [Double] {
    if maps.pool == 1 { return values }
    let side = maps.outputSide
    return maps.biases.indices.flatMap { filter in
      (0..<maps.pooledSide).flatMap { row in
        (0..<maps.pooledSide).map { column in
          (0..<maps.pool * maps.pool).map { place in
            let y = row * maps.pool + place / maps.pool
            let x = column * maps.pool + place % maps.pool
            return values[(filter * side + y) * side + x]
          }.max() ?? 0
        }
      }
    }
  }
}

extension PlainConvolutionalNetwork {
  /// A random network, in which some filters are dead or without effect.
  init(seed: UInt64) {
    var random = Xorshift64Star(seed: seed &* 104_729 + 3)
    func draw(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(random.unit() * Double(range.count))
    }
    var (side, channels) = (draw(4...6), draw(1...2))
    let inputCount = side * side * channels
    var maps: [Maps] = []
    for layer in 0..<draw(1...2) where side >= 2 {
      let count = draw(1...4)
      let size = draw(1...2) + (layer == 0 && side > 4 ? 1 : 0)
      let pool = side - size + 1 >= 2 ? draw(1...2) : 1
      let own = Maps(
        size: size,
        weights: (0..<count).map { _ in
          (0..<channels * size * size).map { _ in random.uniform(-1, 1) }
        },
        biases: (0..<count).map { _ in random.uniform(-2.5, 0.3) }, side: side,
        channels: channels, pool: pool)
      maps.append(own)
      (side, channels) = (own.pooledSide, count)
    }
    let features = side * side * channels
    let outputCount = draw(1...3)
    self.maps = maps
    let unused = draw(0...3)
    dense = PlainNetwork.Dense(
      weights: (0..<outputCount).map { _ in
        (0..<features).map { $0 / (side * side) == unused ? 0 : random.uniform(-1, 1) }
      },
      biases: (0..<outputCount).map { _ in random.uniform(-1, 1) }, activation: .linear)
    samples = (0..<draw(3...9)).map { _ in
      Sample(
        inputs: (0..<inputCount).map { _ in random.uniform(-1, 1) },
        targets: (0..<outputCount).map { _ in random.uniform(-1, 1) })
    }
  }

  /// The same network made of values, and the examples as lanes.
  var lanes: LaneSet {
    Tape.recording {
      var shape = FeatureShape(channels: maps[0].channels, rows: side, columns: side)
      var modules: [(String, any Module)] = []
      for (layer, maps) in maps.enumerated() {
        let convolution = Tape.scope("convolution\(layer + 1)") {
          Convolution(
            weights: maps.weights, biases: maps.biases, size: maps.size, over: shape,
            activation: .relu)
        }
        modules.append(("convolution\(layer + 1)", convolution))
        shape = convolution.outputShape
        guard maps.pool > 1 else { continue }
        let pool = MaxPool(size: maps.pool, over: shape)
        modules.append(("maxPool\(layer + 1)", pool))
        shape = pool.outputShape
      }
      modules.append(
        (
          "dense1",
          Tape.scope("dense1") {
            Layer(weights: dense.weights, biases: dense.biases, activation: .linear)
          }
        ))
      let inputs = samples[0].inputs.indices.map { Value(0, named: "x\($0 + 1)") }
      let outputs = modules.reduce(inputs) { values, layer in
        Tape.scope(layer.0) { layer.1(values) }
      }
      let targets = outputs.map { _ in Value(0) }
      let parameters = modules.flatMap(\.1.parameters)
      let loss = Tape.scope("loss") { Loss.meanSquaredError(outputs, targets: targets) }
      let program = ExampleProgram(
        loss: loss, inputs: inputs, targets: targets, parameters: parameters, outputs: outputs)
      return LaneSet(
        [program], lanes: samples.map { Lane(inputs: $0.inputs, targets: $0.targets) },
        parameters: parameters.map(\.data))
    }
  }
}
