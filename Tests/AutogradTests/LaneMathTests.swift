import Foundation
import Testing

@testable import Autograd

@Suite("Functions of eight numbers at once") struct LaneMathTests {
  /// Powers of two with both signs, numbers between, the borders and what is not a number.
  private static let arguments: [Double] = {
    var all: [Double] = [0, 709.78, 709.79, 710, 745, 746, 800, .infinity, 0.7071, 1.4142]
    for exponent in stride(from: -1074.0, through: 10, by: 3) {
      for share in [1, 1.1, 1.4142, 1.5, 1.99] { all.append(share * Foundation.pow(2, exponent)) }
    }
    for step in 1..<4_000 { all.append(Double(step) / 100) }
    return all + all.map { -$0 } + [.nan]
  }()

  private static func check(
    _ name: String, _ own: (LaneVector) -> LaneVector, _ library: (Double) -> Double
  ) {
    for x in arguments {
      let result = own(LaneVector(repeating: x))
      #expect(result == LaneVector(repeating: result[0]) || result[0].isNaN, "\(name)(\(x))")
      let (found, wanted) = (result[0], library(x))
      if wanted.isNaN || !wanted.isFinite || wanted == 0 {
        #expect(found.isNaN == wanted.isNaN && (wanted.isNaN || found == wanted), "\(name)(\(x))")
      } else {
        // Below the smallest normal number digits are missing on either side.
        let room = max(abs(wanted) * 1e-15, .leastNonzeroMagnitude)
        #expect(abs(found - wanted) <= room, "\(name)(\(x)) is \(found), not \(wanted)")
      }
    }
  }

  @Test("exp") func exp() { Self.check("exp", LaneMath.exp, Foundation.exp) }
  @Test("log") func log() { Self.check("log", LaneMath.log, Foundation.log) }
  @Test("tanh") func tanh() { Self.check("tanh", LaneMath.tanh, Foundation.tanh) }
  @Test("sigmoid") func logistic() { Self.check("sigmoid", LaneMath.logistic, Op.logistic) }

  @Test("products, quotients and slopes are those of the exact operations", arguments: Op.allCases)
  func operations(_ op: Op) {
    guard op.arity > 0 else { return }
    for (x, y) in [(0.5, 2), (-1.5, 2), (3, -1), (0.25, 0.5), (1, 3), (-2, -0.75)] {
      let (wideX, wideY) = (LaneVector(repeating: x), LaneVector(repeating: y))
      let out = op.evaluate(x, y)
      let parts = op.pullback(0.7, x, y, out)
      let wideOut = op.fastEvaluate(wideX, wideY)
      let gradient = LaneVector(repeating: 0.7)
      for needsY in [true, false] {
        let fast = op.fastPullback(gradient, wideX, wideY, wideOut, needsY: needsY)
        Self.expectClose(fast.x[3], parts.x)
        if needsY, op.arity == 2 { Self.expectClose(fast.y[3], parts.y) }
      }
      Self.expectClose(wideOut[3], out)
    }
  }

  private static func expectClose(_ found: Double, _ wanted: Double) {
    #expect(
      found.isNaN == wanted.isNaN
        && (wanted.isNaN || abs(found - wanted) <= 1e-15 * max(1, abs(wanted))))
  }
}
