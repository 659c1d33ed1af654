import Autograd
import Testing

/// Points of an operation's domain, with a value known from elsewhere at the first of them.
struct OpCase: CustomTestStringConvertible {
  let op: Op
  let points: [(Double, Double)]
  let value: Double
  var testDescription: String { op.name }

  init(_ op: Op, _ points: [(Double, Double)], _ value: Double) {
    self.op = op
    self.points = points
    self.value = value
  }
}

private let plane = [(0.5, -2.0), (-1.25, 0.75), (3.0, 2.0), (-0.1, -4.0)]
private let line = [(0.5, 0.0), (-1.25, 0.0), (3.0, 0.0), (-0.1, 0.0), (2.2, 0.0)]
private let positive = [(0.5, 0.0), (1.25, 0.0), (3.0, 0.0), (0.01, 0.0)]

private let cases = [
  OpCase(.add, plane, -1.5),
  OpCase(.subtract, plane, 2.5),
  OpCase(.multiply, plane, -1),
  OpCase(.divide, plane, -0.25),
  OpCase(.negate, line, -0.5),
  OpCase(.power, [(0.5, -2), (1.25, 0.75), (3, 2), (2, -4)], 4),
  OpCase(.exp, line, 1.6487212707001282),
  OpCase(.log, positive, -0.6931471805599453),
  OpCase(.sqrt, positive, 0.7071067811865476),
  OpCase(.sin, line, 0.479425538604203),
  OpCase(.cos, line, 0.8775825618903728),
  OpCase(.tanh, line, 0.46211715726000973),
  OpCase(.sigmoid, line, 0.6224593312018546),
  OpCase(.relu, line, 0.5),
  OpCase(.leakyRelu, line, 0.5),
  OpCase(.gelu, line, 0.34573123063700656),
  OpCase(.softplus, line, 0.9740769841801067),
  OpCase(.abs, line, 0.5),
  OpCase(.maximum, plane, 0.5),
  OpCase(.minimum, plane, -2),
]

@Suite("Operations") struct OpTests {
  @Test("every operation is in the list") func completeness() {
    let tested = Set(cases.map(\.op))
    #expect(Op.allCases.filter { $0.arity > 0 && !tested.contains($0) }.isEmpty)
  }

  @Test("the value is the known one", arguments: cases) func value(_ example: OpCase) {
    let (x, y) = example.points[0]
    let value = example.op.evaluate(x, y)
    #expect(abs(value - example.value) <= 1e-15 * max(1, abs(example.value)))
  }

  @Test("the derivatives are those of central differences", arguments: cases)
  func derivatives(_ example: OpCase) {
    let op = example.op
    for (x, y) in example.points {
      let parts = op.pullback(1, x, y, op.evaluate(x, y))
      let byX = CentralDifference(at: x) { op.evaluate($0, y) }.derivative
      #expect(abs(parts.x - byX) <= 1e-8 * max(1, abs(byX)), "\(op) by x at \(x), \(y)")
      guard op.arity == 2, op != .power || x > 0 else { continue }
      let byY = CentralDifference(at: y) { op.evaluate(x, $0) }.derivative
      #expect(abs(parts.y - byY) <= 1e-8 * max(1, abs(byY)), "\(op) by y at \(x), \(y)")
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
