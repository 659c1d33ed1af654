import Testing

@testable import Autograd

@Suite("Operations") struct OpTests {
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
    #expect(
      Op.maximum.evaluate(0, -0.0).sign == .plus && Op.maximum.evaluate(-0.0, 0).sign == .plus)
    #expect(Op.minimum.evaluate(0, -0.0).sign == .minus && Op.minimum.evaluate(-0.0, 0) == 0)
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
