import Randomness
import Testing

@testable import Autograd

/// An operation with the box of operands it is tried on, and its known value at one place in it.
struct OpCase: CustomTestStringConvertible {
  let op: Op
  /// The operands of the known value.
  let place: (Double, Double)
  let value: Double
  let domain: (ClosedRange<Double>, ClosedRange<Double>)
  var testDescription: String { op.name }

  init(
    _ op: Op, _ place: (Double, Double), _ value: Double, x: ClosedRange<Double> = -4...4,
    y: ClosedRange<Double> = -4...4
  ) {
    self.op = op
    self.place = place
    self.value = value
    domain = (x, y)
  }

  /// Whether there is no derivative at a place, or it is too near such a one to be measured.
  func isKink(_ x: Double, _ y: Double) -> Bool {
    switch op {
    case .relu, .leakyRelu, .abs: abs(x) < 0.001
    case .maximum, .minimum: abs(x - y) < 0.001
    default: false
    }
  }
}

private let cases = [
  OpCase(.add, (0.5, -2), -1.5),
  OpCase(.subtract, (0.5, -2), 2.5),
  OpCase(.multiply, (0.5, -2), -1),
  OpCase(.divide, (0.5, 2), 0.25, y: 0.2...4),
  OpCase(.negate, (0.5, 0), -0.5),
  OpCase(.power, (0.5, -2), 4, x: 0.1...4, y: -3...3),
  OpCase(.exp, (0.5, 0), 1.6487212707001282),
  OpCase(.log, (0.5, 0), -0.6931471805599453, x: 0.01...9),
  OpCase(.sqrt, (0.5, 0), 0.7071067811865476, x: 0.01...9),
  OpCase(.sin, (0.5, 0), 0.479425538604203),
  OpCase(.cos, (0.5, 0), 0.8775825618903728),
  OpCase(.tanh, (0.5, 0), 0.46211715726000973),
  OpCase(.sigmoid, (0.5, 0), 0.6224593312018546),
  OpCase(.relu, (0.5, 0), 0.5),
  OpCase(.leakyRelu, (-0.5, 0), -0.005),
  OpCase(.gelu, (0.5, 0), 0.34573123063700656),
  OpCase(.softplus, (0.5, 0), 0.9740769841801067),
  OpCase(.abs, (-0.5, 0), 0.5),
  OpCase(.maximum, (0.5, -2), 0.5),
  OpCase(.minimum, (0.5, -2), -2),
]

@Suite("Operations") struct OpTests {
  @Test("every operation is in the list") func completeness() {
    let tested = Set(cases.map(\.op))
    #expect(Op.allCases.filter { $0.arity > 0 && !tested.contains($0) }.isEmpty)
  }

  @Test("the value is the known one", arguments: cases) func value(_ example: OpCase) {
    let (x, y) = example.place
    let value = example.op.evaluate(x, y)
    #expect(abs(value - example.value) <= 1e-15 * max(1, abs(example.value)))
  }

  @Test("at random places the derivatives are those of central differences", arguments: cases)
  func derivatives(_ example: OpCase) {
    let op = example.op
    let (width, height) = example.domain
    var random = Xorshift64Star(seed: UInt64(op.rawValue) + 1)
    for _ in 0..<200 {
      let x = random.uniform(width.lowerBound, width.upperBound)
      let y = random.uniform(height.lowerBound, height.upperBound)
      if example.isKink(x, y) { continue }
      let parts = op.pullback(1, x, y, op.evaluate(x, y))
      let byX = CentralDifference(at: x) { op.evaluate($0, y) }.derivative
      #expect(abs(parts.x - byX) <= 1e-6 * max(abs(byX), 1e-3), "\(op) by x at \(x), \(y)")
      guard op.arity == 2 else { continue }
      let byY = CentralDifference(at: y) { op.evaluate(x, $0) }.derivative
      #expect(abs(parts.y - byY) <= 1e-6 * max(abs(byY), 1e-3), "\(op) by y at \(x), \(y)")
    }
  }

  @Test("a quotient is correctly rounded, and its slopes are where they can be") func division() {
    #expect(Op.divide.evaluate(49, 49) == 1 && Op.divide.evaluate(3, 10) == 0.3)
    #expect(Op.divide.evaluate(0x1p-1030, 0x1p-1030) == 1)
    for (x, y, slope) in [
      (1e200, 1e200, -1e-200), (1e-200, 1e-200, -1e200), (0x1p-1060, 0x1.8p-20, -0x1p-1020 / 2.25),
      (-0x1p-1030, 0x1.8p-40, 0x1p-950 / 2.25), (0, 3, 0), (1, 0, -.infinity),
    ] {
      let out = Op.divide.evaluate(x, y)
      let parts = Op.divide.pullback(1, x, y, out)
      #expect(parts.x == 1 / y)
      #expect(parts.y == slope || abs(parts.y - slope) <= 4e-16 * abs(slope), "\(x) / \(y)")
      let lanes = Op.divide.pullback(
        LaneVector(repeating: 1), LaneVector(repeating: x), LaneVector(repeating: y),
        LaneVector(repeating: out))
      #expect(lanes.x[5] == parts.x && lanes.y[5] == parts.y)
    }
  }

  @Test("at its edges every operation does what is documented") func edges() {
    #expect(Op.relu.evaluate(-0.0, 0).sign == .plus)
    #expect(Op.relu.evaluate(.nan, 0).isNaN)
    #expect(Op.relu.pullback(1, 0, 0, 0).x == 0)
    #expect(Op.relu.pullback(.infinity, -1, 0, 0).x == 0)
    #expect(Op.leakyRelu.pullback(1, 0, 0, 0).x == 0.01)
    #expect(Op.abs.pullback(1, 0, 0, 0).x == 0)
    #expect(Op.maximum.pullback(1, 2, 2, 2) == (0.5, 0.5))
    #expect(Op.minimum.pullback(1, 2, 2, 2) == (0.5, 0.5))
    #expect(Op.maximum.evaluate(.nan, 1).isNaN && Op.maximum.evaluate(1, .nan).isNaN)
    #expect(Op.minimum.evaluate(.nan, 1).isNaN && Op.minimum.evaluate(1, .nan).isNaN)
    #expect(Op.divide.evaluate(1, 0) == .infinity)
    #expect(Op.log.evaluate(0, 0) == -.infinity && Op.log.evaluate(-1, 0).isNaN)
    #expect(Op.sqrt.evaluate(-1, 0).isNaN && Op.sqrt.pullback(1, 0, 0, 0).x == .infinity)
    #expect(Op.power.pullback(1, 0, 0, 1) == (0, 0))
    #expect(Op.power.pullback(1, -2, 3, -8).x == 12 && Op.power.pullback(1, -2, 3, -8).y.isNaN)
    #expect(Op.tanh.evaluate(1000, 0) == 1 && Op.tanh.evaluate(-1000, 0) == -1)
    #expect(Op.sigmoid.evaluate(-1000, 0) == 0 && Op.sigmoid.evaluate(1000, 0) == 1)
    #expect(Op.softplus.evaluate(1000, 0) == 1000 && Op.softplus.evaluate(-1000, 0) == 0)
    #expect(Op.exp.evaluate(1000, 0) == .infinity)
  }
}
