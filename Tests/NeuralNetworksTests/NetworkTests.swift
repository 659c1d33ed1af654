import Autograd
import Foundation
import NeuralNetworks
import Randomness
import Testing

@Suite("Networks") struct NetworkTests {
  @Test("a neuron sums from its bias on, in order") func neuron() {
    Tape.recording {
      var random = Xorshift64Star(seed: 1)
      let neuron = Neuron(inputs: 2, outputs: 1, activation: .tanh, random: &random)
      neuron.bias.data = 0.3
      let x = [Value(0.1), Value(0.7)]
      let sum =
        (0.3 + neuron.weights[0].data * 0.1) + neuron.weights[1].data * 0.7
      #expect(neuron(x).data == Op.tanh.evaluate(sum, 0))
      #expect(neuron.parameters.count == 3)
    }
  }

  @Test("a perceptron has the right sizes, names and scopes") func perceptron() {
    Tape.recording {
      var random = Xorshift64Star(seed: 1)
      let model = MLP(inputs: 2, layers: [4, 3], activation: .relu, random: &random)
      #expect(model.parameters.count == 2 * 4 + 4 + 4 * 3 + 3)
      let outputs = model([Value(1), Value(2)])
      #expect(outputs.count == 3)
      let program = Program(outputs[2])
      #expect(program.label(of: program.root) == "layer2/neuron3/z")
      #expect(program.names.contains("h4"))
    }
  }

  @Test("neurons of groups read their own part of the inputs") func groups() {
    Tape.recording {
      var random = Xorshift64Star(seed: 1)
      let model = MLP(
        inputs: 5, layers: [3, 1],
        groups: [.init(inputs: 3, neurons: 1), .init(inputs: 2, neurons: 2)],
        activation: .linear, random: &random)
      #expect(model.layers[0].neurons.map(\.weights.count) == [3, 2, 2])
      #expect(model.layers[0].neurons[1].weights.allSatisfy { abs($0.data) <= 0.5.squareRoot() })
      let inputs = [1.0, 2, 3, 4, 5].map { Value($0) }
      let hidden = model.layers[0](inputs)
      let weights = model.layers[0].neurons.map { $0.weights.map(\.data) }
      #expect(hidden[0].data == weights[0][0] + weights[0][1] * 2 + weights[0][2] * 3)
      #expect(hidden[2].data == weights[2][0] * 4 + weights[2][1] * 5)
      let gradients = hidden[1].backward()
      #expect(inputs.map { gradients[$0] } == [0, 0, 0] + weights[1])
    }
  }

  @Test("initial weights have the spread that their scheme says") func initialization() {
    var random = Xorshift64Star(seed: 9)
    func weights(_ scheme: Initialization) -> [Double] {
      (0..<5_000).map { _ in scheme.weight(inputs: 16, outputs: 8, random: &random) }
    }
    #expect(weights(.uniform).allSatisfy { abs($0) <= 0.25 })
    #expect(weights(.xavier).allSatisfy { abs($0) <= 0.5 })
    let variance = weights(.he).map { $0 * $0 }.reduce(0, +) / 5_000
    #expect(abs(variance - 2.0 / 16) < 0.01)
    let within = weights(.init(.uniform(within: 0.3)))
    #expect(within.allSatisfy { abs($0) <= 0.3 } && within.contains { abs($0) > 0.28 })
    let normal = weights(.init(.normal(deviation: 0.02))).map { $0 * $0 }.reduce(0, +) / 5_000
    #expect(abs(normal - 0.0004) < 0.00005)
  }

  @Test("biases are drawn after the weights of their neuron, or start at 0") func biases() {
    Tape.recording {
      var (random, same) = (Xorshift64Star(seed: 9), Xorshift64Star(seed: 9))
      let model = MLP(
        inputs: 2, layers: [2, 1], activation: .tanh,
        initialization: .init(.uniform(within: 0.3), drawsBiases: true), random: &random)
      #expect(model.parameters.map(\.data) == (0..<9).map { _ in same.uniform(-0.3, 0.3) })
      let plain = MLP(inputs: 2, layers: [2], activation: .tanh, random: &random)
      #expect(plain.layers[0].neurons.allSatisfy { $0.bias.data == 0 })
    }
  }

  @Test("an initialization comes back from JSON, also as it was written before") func coding()
    throws
  {
    let all = [
      Initialization.uniform, .xavier, .he, .init(.uniform(within: 0.3), drawsBiases: true),
      .init(.normal(deviation: 0.02)), .init(.scheme(.he), drawsBiases: true),
    ]
    let data = try JSONEncoder().encode(all)
    #expect(try JSONDecoder().decode([Initialization].self, from: data) == all)
    #expect(String(decoding: data, as: UTF8.self).hasPrefix(#"["uniform","xavier","he",{"#))
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Initialization.self, from: Data(#"{"biases":true}"#.utf8))
    }
  }

  @Test("losses have the known values") func losses() {
    Tape.recording {
      let logits = [Value(1), Value(2), Value(3)]
      #expect(abs(Loss.crossEntropy(logits, label: 2).data - 0.40760596444438) < 1e-12)
      let half = Loss.binaryCrossEntropy(Value(0), target: Value(1))
      #expect(abs(half.data - 0.6931471805599453) < 1e-15)
      #expect(Loss.binaryCrossEntropy(Value(800), target: Value(1)).data == 0)
      let squares = Loss.meanSquaredError([Value(1), Value(4)], targets: [Value(2), Value(1)])
      #expect(squares.data == 5)
      let halves = Loss.squaredError([Value(1), Value(4)], targets: [Value(2), Value(1)])
      #expect(halves.data == 5)
      #expect(Loss.squaredError([Value(1)], targets: [Value(4)]).data == 4.5)
      #expect(Loss.hinge(Value(0.25), target: Value(-1)).data == 1.25)
      #expect(Loss.hinge(Value(2), target: Value(1)).data == 0)
      #expect(Loss.l2([Value(1), Value(-2)], strength: 0.5).data == 2.5)
    }
  }

  @Test("optimisers make the steps of their papers") func optimizers() {
    var plain = SGD(learningRate: 0.1)
    var parameters = [1.0]
    plain.update(&parameters, gradients: [2])
    #expect(parameters == [0.8])
    var heavy = SGD(learningRate: 0.1, momentum: 0.5)
    parameters = [1]
    heavy.update(&parameters, gradients: [2])
    heavy.update(&parameters, gradients: [0])
    #expect(abs(parameters[0] - 0.7) < 1e-15)
    var adam = Adam(learningRate: 0.1)
    parameters = [1]
    adam.update(&parameters, gradients: [3])
    #expect(abs(parameters[0] - 0.9) < 1e-8)
    var decayed = AdamW(learningRate: 0.1, weightDecay: 0.5)
    parameters = [1]
    decayed.update(&parameters, gradients: [3])
    #expect(abs(parameters[0] - 0.85) < 1e-8)
  }

  @Test("momentum keeps the movement when the rate changes, SGD the mean of gradients")
  func momentum() {
    var (moving, velocity) = (
      Momentum(learningRate: 0.1, momentum: 0.5), SGD(learningRate: 0.1, momentum: 0.5)
    )
    var (a, b) = ([1.0], [1.0])
    for gradient in [2.0, -1, 0.5] {
      moving.update(&a, gradients: [gradient])
      velocity.update(&b, gradients: [gradient])
      #expect(abs(a[0] - b[0]) < 1e-15)
    }
    let (last, mean) = (moving.state(count: 1), velocity.state(count: 1))
    #expect(abs(last.rows[0].numbers[0] + 0.1 * mean.rows[0].numbers[0]) < 1e-15)
    moving.learningRate = 0.3
    velocity.learningRate = 0.3
    let before = a[0]
    moving.update(&a, gradients: [0])
    velocity.update(&b, gradients: [0])
    #expect(abs(a[0] - before - 0.5 * last.rows[0].numbers[0]) < 1e-15)
    #expect(abs(b[0] - before - 3 * (a[0] - before)) < 1e-15)
  }

  @Test("momentum's decay takes its share after each movement") func decay() {
    var rule = Momentum(learningRate: 0.1, momentum: 0.9, weightDecay: 0.002)
    var parameters = [1.0, -2]
    rule.update(&parameters, gradients: [1, 0])
    #expect(parameters == [(1 - 0.1) * (1 - 0.002), -2 * (1 - 0.002)])
  }

  @Test("AdamW squares with the C library's power") func powers() {
    // A gradient whose square differs in the last bit between x * x and pow(x, 2) would show;
    // the update is compared with the formula written out.
    var random = Xorshift64Star(seed: 11)
    let pow = Op.power
    for _ in 0..<200 {
      let (start, gradient) = (random.uniform(-1, 1), random.uniform(-1, 1))
      var rule = AdamW(learningRate: 0.1, betas: (0.9, 0.95), weightDecay: 1e-4)
      var parameters = [start]
      rule.update(&parameters, gradients: [gradient])
      let mean = 0.9 * 0 + (1 - 0.9) * gradient
      let square = 0.95 * 0 + (1 - 0.95) * pow.evaluate(gradient, 2)
      let root = pow.evaluate(square / (1 - pow.evaluate(0.95, 1)), 0.5)
      let step = mean / (1 - pow.evaluate(0.9, 1)) / (root + 1e-8)
      #expect(parameters[0] == start - 0.1 * (step + 1e-4 * start))
    }
  }

  @Test("a plain loop with values learns") func loop() {
    Tape.recording {
      var random = Xorshift64Star(seed: 4)
      let model = MLP(inputs: 2, layers: [4, 1], activation: .tanh, random: &random)
      var optimizer = SGD(learningRate: 0.2, momentum: 0.9)
      let start = Tape.current.position
      var losses: [Double] = []
      for _ in 0..<200 {
        let errors = [(0.0, 0.0, 0.0), (0, 1, 1), (1, 0, 1), (1, 1, 0)].map { x, y, target in
          Loss.meanSquaredError(model([Value(x), Value(y)]), targets: [Value(target)])
        }
        let loss = errors.sum() / 4
        losses.append(loss.data)
        optimizer.update(model.parameters, loss.backward())
        Tape.current.reset(to: start)
      }
      #expect(losses[199] < 0.01 && losses[0] > 0.2)
    }
  }
}
