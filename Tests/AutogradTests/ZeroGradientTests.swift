import Testing

@testable import Autograd

@Suite("A gradient of 0 passes back 0, whatever the slope") struct ZeroGradientTests {
  /// What is not chosen, before a slope that is infinite or none.
  private static let losses: [(String, Double, @Sendable (Value) -> Value)] = [
    ("√ of 0", 0, { $0.sqrt().maximum(1e-10 + $0 * 0) }),
    ("an overflow", 1000, { $0.exp().minimum(5 + $0 * 0) }),
    ("the logarithm of 0", 0, { $0.log().maximum(3 + $0 * 0) }),
    ("a division by 0", 0, { (1 / $0).minimum(3 + $0 * 0) }),
    ("a power of 0", 0, { $0.power(-2).minimum(3 + $0 * 0) }),
    ("a ReLU that is off", -1, { ($0 * .constant(.infinity)).relu() + 3 }),
    (
      "sums before a ReLU that is off", -1,
      { x in
        let weight = Value.constant(.infinity)
        return (x * weight + x * weight + x + x * x).relu() + 3
      }
    ),
  ]

  @Test("on the tape, the second time too, and in replay", arguments: losses.indices)
  func tape(_ index: Int) {
    let (name, place, loss) = Self.losses[index]
    Tape.recording {
      let start = Tape.current.position
      for _ in 0..<3 {
        Tape.current.reset(to: start)
        let x = Value(place)
        #expect(loss(x).backward()[x] == 0, "\(name)")
      }
      let x = Value(place)
      let program = Program(loss(x))
      var replay = Replay(program)
      replay.forward()
      replay.backward()
      #expect(replay.gradients.allSatisfy { !$0.isNaN }, "\(name)")
    }
  }

  /// A layer of ReLUs and an output, two products with one weight, and a branch that is not taken.
  private static let program = Tape.recording {
    let inputs = [Value(0), Value(0), Value(0)]
    let weights = (0..<4).map { row in
      (0..<3).map { Value.parameter(Double((row * 5 + $0 * 3) % 7) - 2.5, named: "w\(row)\($0)") }
    }
    let biases = (0..<4).map { Value.parameter(Double($0) - 1.5, named: "b\($0)") }
    let hidden = zip(weights, biases).map { $1.addingProducts($0, inputs).relu() }
    let last = (0..<4).map { Value.parameter(0.5 - Double($0 % 2), named: "v\($0)") }
    let output = Value.parameter(0.25, named: "c").addingProducts(last, hidden)
    let branch = inputs[0].sqrt().maximum(100 * last[0] + inputs[1] * last[0])
    return ExampleProgram(
      loss: (output * output).minimum(branch + 1000), inputs: inputs,
      parameters: weights.flatMap { $0 } + biases + last, outputs: [output])
  }

  private static let lanes: [Lane] = (0..<21).map { index in
    let step = Double(index) / 3
    let special: [Double] = [step - 4, .infinity, -.infinity, 0, step, .nan]
    return Lane(inputs: [special[index % 6], 2 - step, index == 11 ? -.infinity : step - 3])
  }

  private static func parameters(_ isInfinite: Bool) -> [Double] {
    var numbers = program.parameters.map { program.program.data[$0] }
    if isInfinite { (numbers[1], numbers[17]) = (-.infinity, .infinity) }
    return numbers
  }

  @Test("examples side by side, with infinite inputs and weights", arguments: [false, true])
  func lanes(_ hasInfiniteWeights: Bool) {
    let numbers = Self.parameters(hasInfiniteWeights)
    var runner = LaneRunner([Self.program])
    runner.set(numbers)
    for first in Self.lanes.indices {
      // One after the other, so that a nan of one example hides no other's.
      let lane = Self.lanes[first]
      var expected = numbers.map { _ in 0.0 }
      runner.forward(lane)
      runner.backward(seed: 0.5, addingTo: &expected)
      for arithmetic in Arithmetic.allCases {
        var batch = LaneBatch([Self.program], arithmetic: arithmetic)
        batch.set(numbers)
        var totals = numbers.map { _ in 0.0 }
        batch.backward(LaneTable([lane]), seed: 0.5, addingTo: &totals) { _ in }
        for (found, wanted) in zip(totals, expected) {
          #expect(found == wanted || (found.isNaN && wanted.isNaN), "\(lane.inputs), \(arithmetic)")
        }
      }
    }
  }

  @Test("an infinite input under a ReLU that is off leaves every gradient finite")
  func infiniteInput() {
    for arithmetic in Arithmetic.allCases {
      var batch = LaneBatch([Self.program], arithmetic: arithmetic)
      var numbers = Self.parameters(false)
      for index in [0, 3, 6, 9] { numbers[index] = -1 }
      batch.set(numbers)
      var totals = numbers.map { _ in 0.0 }
      let lanes = [Lane(inputs: [.infinity, 1, 1]), Lane(inputs: [1, 2, 3])]
      batch.backward(LaneTable(lanes), seed: 1, addingTo: &totals) { _ in }
      #expect(totals.allSatisfy(\.isFinite) && totals.contains { $0 != 0 }, "\(arithmetic)")
    }
  }
}
