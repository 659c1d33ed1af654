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
  @Test("sigmoid") func logistic() {
    Self.check("sigmoid", LaneMath.logistic, { Op.sigmoid.evaluate($0, 0) })
  }
}
