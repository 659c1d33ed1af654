import Autograd
import NeuralNetworks
import Randomness
import Testing

@Suite("A character transformer") struct TransformerTests {
  private static let shape = GPT.Shape(tokens: 5, context: 6, width: 6, heads: 3, blocks: 2)

  /// The mean loss of a text and its program, recorded on the current tape.
  private static func loss(
    _ model: GPT, _ tokens: [Int], next: [Int]
  ) -> (loss: Value, logits: [Value]) {
    let count = model.shape.tokens
    let text = tokens.flatMap { token in (0..<count).map { Value($0 == token ? 1 : 0) } }
    let logits = model(text)
    let losses = next.enumerated().map { place, token in
      Loss.crossEntropy(Array(logits[place * count..<(place + 1) * count]), label: token)
    }
    return (losses.sum() * (1 / Double(losses.count)), logits)
  }

  @Test("logits are those of plain loops that look rows up and multiply matrices")
  func independent() {
    Tape.recording {
      var random = Xorshift64Star(seed: 11)
      let model = GPT(
        Self.shape, initialization: Initialization(.normal(deviation: 0.5)), random: &random)
      #expect(model.parameters.count == Self.shape.parameterCount)
      let tokens = [0, 3, 1, 4, 4, 2]
      let logits = Self.loss(model, tokens, next: [1, 1, 1, 1, 1, 1]).logits.map(\.data)
      let expected = PlainTransformer(Self.shape, model.parameters.map(\.data)).logits(tokens)
      let worst = zip(logits, expected).map { abs($0 - $1) }.max() ?? .infinity
      #expect(logits.count == 30 && expected.count == 30 && worst < 1e-12, "\(worst)")
      #expect(Set(logits).count > 25)
    }
  }

  @Test("what stands behind a position changes none of its bits") func causality() {
    Tape.recording {
      var random = Xorshift64Star(seed: 12)
      let model = GPT(
        Self.shape, initialization: Initialization(.normal(deviation: 0.5)), random: &random)
      func logits(_ tokens: [Int]) -> [UInt64] {
        Self.loss(model, tokens, next: tokens).logits.map(\.data.bitPattern)
      }
      let whole = logits([0, 3, 1, 4, 2])
      let other = logits([0, 3, 1, 2, 0])
      #expect(whole.prefix(15) == other.prefix(15))
      #expect(logits([0, 3, 1]) == Array(whole.prefix(15)))
      // What stands before it does change it.
      #expect(Array(whole.suffix(5)) != Array(logits([0, 3, 2, 4, 2]).suffix(5)))
    }
  }

  @Test("gradients are those of central differences", arguments: [1, 4]) func gradients(
    _ positions: Int
  ) {
    Tape.recording {
      var random = Xorshift64Star(seed: 13)
      let model = GPT(
        Self.shape, activation: .gelu, initialization: Initialization(.normal(deviation: 0.4)),
        random: &random)
      let tokens = Array([0, 2, 4, 1].prefix(positions))
      let loss = Self.loss(model, tokens, next: Array(tokens.dropFirst()) + [0]).loss
      var replay = Replay(Program(loss, includingUnused: true))
      replay.backward()
      let worst = GradientCheck(replay).worst
      #expect((worst?.error ?? .infinity) < 1e-6, "\(String(describing: worst))")
    }
  }

  @Test("the estimate of a program's size is near its size", arguments: [1, 3, 6]) func size(
    _ positions: Int
  ) {
    Tape.recording {
      var random = Xorshift64Star(seed: 14)
      let shape = GPT.Shape(tokens: 27, context: 6)
      let model = GPT(shape, random: &random)
      let tokens = (0..<positions).map { $0 * 5 }
      let start = Tape.current.count
      _ = Self.loss(model, tokens, next: tokens)
      let ratio = shape.valueCount(positions: positions) / Double(Tape.current.count - start)
      #expect((0.8...1.2).contains(ratio), "\(ratio)")
    }
  }

  @Test("a shape that cannot be is told") func shapes() {
    #expect(GPT.Shape(tokens: 5, context: 6, width: 6, heads: 4).mistake != nil)
    #expect(GPT.Shape(tokens: 5, context: 0).mistake != nil)
    #expect(GPT.Shape(tokens: 5, context: .max).mistake != nil)
    #expect(GPT.Shape(tokens: 5, context: 6).mistake == nil)
  }
}

/// The same model in plain numbers, written from its description: rows of matrices, no values.
private struct PlainTransformer {
  private let shape: GPT.Shape
  private var rest: ArraySlice<Double>
  private var tokens: [[Double]] = []
  private var positions: [[Double]] = []
  private var blocks: [Block] = []
  private var output: [[Double]] = []

  private struct Block {
    var heads: [(query: [[Double]], key: [[Double]], value: [[Double]])]
    var output: [[Double]]
    var up: [[Double]]
    var down: [[Double]]
  }

  init(_ shape: GPT.Shape, _ parameters: [Double]) {
    self.shape = shape
    rest = parameters[...]
    tokens = matrix(shape.width, shape.tokens)
    positions = matrix(shape.width, shape.context)
    for _ in 0..<shape.blocks {
      let size = shape.width / shape.heads
      let heads = (0..<shape.heads).map { _ in
        (
          query: matrix(size, shape.width), key: matrix(size, shape.width),
          value: matrix(size, shape.width)
        )
      }
      blocks.append(
        Block(
          heads: heads, output: matrix(shape.width, shape.width),
          up: matrix(shape.hidden, shape.width), down: matrix(shape.width, shape.hidden)))
    }
    output = matrix(shape.tokens, shape.width)
  }

  private mutating func matrix(_ rows: Int, _ columns: Int) -> [[Double]] {
    (0..<rows).map { _ in
      defer { rest = rest.dropFirst(columns) }
      return Array(rest.prefix(columns))
    }
  }

  func logits(_ text: [Int]) -> [Double] {
    var stream = text.enumerated().map { place, token in
      normalized((0..<shape.width).map { tokens[$0][token] + positions[$0][place] })
    }
    for block in blocks {
      let read = stream.map(normalized)
      for place in stream.indices {
        var gathered: [Double] = []
        for head in block.heads {
          let query = product(head.query, read[place])
          let powers = (0...place).map { other -> Double in
            let key = product(head.key, read[other])
            return exponential(dot(query, key) / Double(query.count).squareRoot())
          }
          for unit in 0..<query.count {
            gathered.append(
              (0...place).reduce(0) { sum, other in
                sum + powers[other] / powers.reduce(0, +) * dot(head.value[unit], read[other])
              })
          }
        }
        stream[place] = zip(stream[place], product(block.output, gathered)).map(+)
      }
      stream = stream.map { values in
        let hidden = product(block.up, normalized(values)).map { max($0, 0) }
        return zip(values, product(block.down, hidden)).map(+)
      }
    }
    return stream.flatMap { product(output, $0) }
  }

  private func normalized(_ values: [Double]) -> [Double] {
    let scale = (dot(values, values) / Double(values.count) + 1e-5).squareRoot()
    return values.map { $0 / scale }
  }

  private func product(_ matrix: [[Double]], _ values: [Double]) -> [Double] {
    matrix.map { dot($0, values) }
  }

  private func dot(_ x: [Double], _ y: [Double]) -> Double {
    zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func exponential(_ x: Double) -> Double { Op.exp.evaluate(x, 0) }
}
