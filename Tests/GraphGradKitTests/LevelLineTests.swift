import Diagrams
import Testing

@testable import GraphGradKit

@Suite("Lines of equal loss") struct LevelLineTests {
  private static func lines(_ function: (Double, Double) -> Double) -> LevelLines {
    let places = (0...40).map { -2 + Double($0) / 10 + 0.003 }
    return LevelLines(
      xs: places, ys: places, numbers: places.map { y in places.map { function($0, y) } })
  }

  @Test("the level 1 of x² + y² is one closed circle") func circle() throws {
    let circles = Self.lines { $0 * $0 + $1 * $1 }.lines(at: 1)
    #expect(circles.count == 1)
    let circle = try #require(circles.first)
    #expect(circle.count > 40 && circle.first == circle.last)
    for point in circle {
      #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - 1) < 0.005)
    }
  }

  @Test("the levels of a saddle are two open lines that do not meet") func saddle() {
    let lines = Self.lines { $0 * $1 }
    for level in [0.5, -0.5] {
      let found = lines.lines(at: level)
      #expect(found.count == 2)
      for line in found {
        #expect(line.first != line.last)
        #expect(line.allSatisfy { abs($0.x * $0.y - level) < 0.01 })
        #expect(Set(line.map { $0.x > 0 }).count == 1)
      }
    }
  }

  @Test("there is no line above all numbers, and none through what is no number") func none() {
    #expect(Self.lines { $0 * $0 + $1 * $1 }.lines(at: 100).isEmpty)
    let broken = Self.lines { $0 > 0 ? .nan : $0 * $0 + $1 * $1 }.lines(at: 1)
    #expect(!broken.isEmpty && broken.joined().allSatisfy { $0.x <= 0.01 })
  }

  @Test("round numbers lie between the smallest and the largest") func roundNumbers() {
    #expect(ParameterPath.roundNumbers([0.3, 30]) == [0.5, 1, 2, 5, 10, 20])
    #expect(ParameterPath.roundNumbers([0, 1.5]).count == 10)
    #expect(ParameterPath.roundNumbers([2, 2]).isEmpty && ParameterPath.roundNumbers([]).isEmpty)
  }
}
