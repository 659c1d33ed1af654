import Foundation
import Testing

@testable import Diagrams

@Suite("plots") struct PlotTests {
  @Test(
    "ticks are round numbers inside the axis, a few of them",
    arguments: [
      (0.0, 1.0), (-3.7, 12.2), (1e-9, 3e-9), (-1e12, 1e12), (99.5, 100.5), (0, 7), (-0.001, 0),
    ])
  func ticks(_ low: Double, _ high: Double) {
    let ticks = PlotAxis("", from: low, to: high).ticks
    #expect((2...11).contains(ticks.count))
    let steps = zip(ticks, ticks.dropFirst()).map { $1.number - $0.number }
    #expect(steps.allSatisfy { abs($0 / steps[0] - 1) < 1e-6 })
    #expect(
      ticks.allSatisfy { $0.number >= low - steps[0] / 1e6 && $0.number <= high + steps[0] / 1e6 })
    let digits = steps[0] / pow(10, floor(log10(steps[0]) + 1e-9))
    #expect([1.0, 2, 5, 10].contains { abs($0 - digits) < 1e-6 }, "\(steps[0])")
  }

  @Test("axes of odd numbers are axes: none, one, equal ones, nan, inf") func odd() {
    for numbers in [[], [3], [3, 3], [.nan, 1, 2], [.infinity, -.infinity]] as [[Double]] {
      for isLogarithmic in [false, true] {
        let axis = PlotAxis("", over: numbers, isLogarithmic: isLogarithmic)
        #expect(axis.lowest < axis.highest && axis.lowest.isFinite && axis.highest.isFinite)
        #expect(axis.share(.nan) == nil && !axis.ticks.isEmpty)
      }
    }
    let ratios = PlotAxis("", over: [0.001, 10, -5, 0], isLogarithmic: true)
    #expect(ratios.lowest == 0.001 && ratios.share(-1) == nil && ratios.share(0) == nil)
    #expect(abs((ratios.share(0.1) ?? 0) - 0.5) < 1e-12)
    #expect(ratios.ticks.map(\.words) == ["0.001", "0.01", "0.1", "1", "10"])
  }

  @Test("labels keep their order and never cover each other") func labels() {
    let labels = [5.0, 5, 80, 4, 6].enumerated().map {
      PlotLabel(words: "\($0)", series: $0, y: $1)
    }
    let spread = PlotLabel.spread(labels, by: 13)
    #expect(zip(spread, spread.dropFirst()).allSatisfy { $1.y - $0.y >= 13 })
    #expect(spread.map(\.series) == [3, 0, 1, 4, 2] && spread[4].y == 80)
    let low = PlotLabel.spread(labels, by: 13, above: 82)
    #expect(low.map(\.series) == [3, 0, 1, 4, 2] && low.allSatisfy { $0.y <= 82 })
    #expect(zip(low, low.dropFirst()).allSatisfy { $1.y - $0.y >= 13 })
  }

  @Test("borders lie on areas, and bars on the grid") func order() {
    func dot(_ marks: Plot.Mark...) -> String {
      let axis = PlotAxis("", from: 0, to: 1)
      let panel = Plot.Panel(title: "", x: axis, y: axis, marks: marks)
      return Diagram(Plot([panel], columns: 1), caption: Caption(title: "t")).dot()
    }
    let (corner, other) = (Plot.Point(0, 0), Plot.Point(1, 1))
    let area = Plot.Mark.area(from: corner, to: other, series: 0, isPale: true)
    #expect(dot(area).contains("outputorder=\"edgesfirst\""))
    #expect(dot(area, .border([corner, other])).contains("outputorder=\"nodesfirst\""))
  }

  @Test("a line is broken where a number is none, and names are escaped") func broken() {
    let points = [1.0, 2, .nan, 3, 4].enumerated().map { Plot.Point(Double($0), $1) }
    let panel = Plot.Panel(
      title: "<a> & \"b\"", x: PlotAxis("x", over: points.map(\.x)),
      y: PlotAxis("y", over: points.map(\.y)),
      marks: [.line(points, series: 1, label: "🦊 & co")])
    let dot = Diagram(Plot([panel], columns: 1), caption: Caption(title: "t")).dot()
    #expect(dot.matches(of: /class="curve t1"/).count == 2)
    #expect(dot.contains("&lt;a&gt; &amp; &quot;b&quot;") && dot.contains("🦊 &amp; co"))
  }
}
