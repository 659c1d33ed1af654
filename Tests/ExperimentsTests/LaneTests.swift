import Autograd
import NeuralNetworks
import Randomness
import Testing

@Suite("Eight examples at once, bit for bit") struct LaneTests {
  /// Networks with every activation, of one example's program for each class.
  private static func programs(
    _ layers: [Int], _ activation: Activation, isResidual: Bool, _ random: inout Xorshift64Star
  ) -> [ExampleProgram] {
    Tape.recording {
      let model = MLP(
        inputs: 2, layers: layers, activation: activation, isResidual: isResidual, random: &random)
      let start = Tape.current.position
      return (0..<layers[layers.count - 1]).map { label in
        defer { Tape.current.reset(to: start) }
        let inputs = [Value(0), Value(0)]
        let target = Value(0)
        let outputs = model(inputs)
        let loss =
          Loss.crossEntropy(outputs, label: label)
          + Loss.hinge(outputs[0], target: target) * model.parameters[0]
        return ExampleProgram(
          loss: loss, inputs: inputs, targets: [target], parameters: model.parameters,
          outputs: outputs)
      }
    }
  }

  @Test(
    "values, gradients and their sums are those of one example after the other",
    arguments: Activation.allCases, [([5, 2], true), ([9, 4, 3], false), ([3], false)])
  func exact(_ activation: Activation, _ shape: ([Int], Bool)) {
    var random = Xorshift64Star(seed: 7)
    let programs = Self.programs(shape.0, activation, isResidual: shape.1, &random)
    let lanes = (0..<301).map { index in
      Lane(
        inputs: [random.uniform(-2, 2), index % 50 == 0 ? 0 : random.uniform(-2, 2)],
        targets: [index % 2 == 0 ? 1 : -1], program: Int(random.unit() * Double(programs.count)))
    }
    var runner = LaneRunner(programs)
    var batch = LaneBatch(programs)
    var expected = runner.programs[0].parameters.map { _ in 0.0 }
    var losses: [Double] = []
    var outputs: [[Double]] = []
    for lane in lanes.reversed() {
      runner.forward(lane)
      runner.backward(seed: 1 / 3, addingTo: &expected)
      losses.append(runner.loss)
      outputs.append(runner.outputs)
    }
    losses.reverse()
    outputs.reverse()
    var totals = expected.map { _ in 0.0 }
    var seen = Set<Int>()
    batch.backward(LaneTable(lanes), seed: 1 / 3, addingTo: &totals) { tile in
      for place in 0..<tile.count {
        let lane = tile.lane(place)
        seen.insert(lane)
        #expect(tile.losses[place].bitPattern == losses[lane].bitPattern)
        let own = programs[tile.program].outputs.map { tile.values(at: $0)[place].bitPattern }
        #expect(own == outputs[lane].map(\.bitPattern))
      }
    }
    #expect(seen.count == lanes.count)
    #expect(totals.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test(
    "fast sums and functions stay within 1e-12",
    arguments: Activation.allCases, [([5, 2], true), ([9, 4, 3], false)])
  func fast(_ activation: Activation, _ shape: ([Int], Bool)) {
    var random = Xorshift64Star(seed: 11)
    let programs = Self.programs(shape.0, activation, isResidual: shape.1, &random)
    let table = LaneTable(
      (0..<301).map { index in
        Lane(
          inputs: [random.uniform(-2, 2), random.uniform(-2, 2)],
          targets: [index % 2 == 0 ? 1 : -1], program: index % programs.count)
      })
    func run(_ arithmetic: Arithmetic) -> (losses: [Double], gradients: [Double]) {
      var batch = LaneBatch(programs, arithmetic: arithmetic)
      var losses = Array(repeating: 0.0, count: table.count)
      var gradients = programs[0].parameters.map { _ in 0.0 }
      batch.backward(table, seed: 1 / 301, addingTo: &gradients) { tile in
        for place in 0..<tile.count { losses[tile.lane(place)] = tile.losses[place] }
      }
      return (losses, gradients)
    }
    let (exact, fast) = (run(.exact), run(.fast))
    #expect(fast.gradients.map(\.bitPattern) == run(.fast).gradients.map(\.bitPattern))
    // A gradient is a sum of terms of either sign: its error is measured by the largest of them.
    let scale = exact.gradients.map(abs).max() ?? 0
    #expect(scale > 0)
    for (found, wanted) in zip(fast.gradients, exact.gradients) {
      #expect(abs(found - wanted) <= 1e-12 * scale)
    }
    for (found, wanted) in zip(fast.losses, exact.losses) {
      #expect(abs(found - wanted) <= 1e-12 * max(1, abs(wanted)))
    }
  }
}
