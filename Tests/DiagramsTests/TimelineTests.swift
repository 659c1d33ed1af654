import GraphModel
import Testing

@testable import Diagrams

@Suite("Timeline") struct TimelineTests {
  private func history(_ fires: [[Double]], losses: [Double]? = nil) -> FiringHistory {
    var history = FiringHistory(names: fires[0].indices.map { "layer1/neuron\($0 + 1)" })
    for (index, shares) in fires.enumerated() {
      let isLast = index == fires.count - 1
      history.add(
        step: isLast ? nil : index + 1, loss: losses?[index] ?? Double(index), fires: shares)
    }
    return history
  }

  private func diagram(_ history: FiringHistory) -> TimelineDiagram {
    TimelineDiagram(history, caption: Caption(title: "t"), theme: .standard, prefix: "g")
  }

  @Test("columns of one shade are one area, and every column belongs to one") func runs() {
    let layout = TimelineLayout(history([[0.5, 0], [0.5, 0], [0.75, 0], [0, 1]]))
    let runs = TimelineRun.runs(of: 0, in: layout)
    #expect(runs.map(\.columns) == [0..<2, 2..<3, 3..<4])
    #expect(runs.map(\.shade) == [10, 15, 0])
    #expect(TimelineRun.runs(of: 1, in: layout).map(\.shade) == [0, 20])
  }

  @Test("one example of a million is not shaded like none") func rareFiring() {
    let layout = TimelineLayout(history([[1e-6], [0]]))
    #expect(TimelineRun.runs(of: 0, in: layout).map(\.shade) == [1, 0])
  }

  @Test("outputs that are nan have a shade of their own, and no share") func nan() {
    let diagram = diagram(history([[0.5], [.nan], [.nan]]))
    let runs = TimelineRun.runs(of: 0, in: diagram.layout)
    #expect(runs.map(\.shade) == [10, TimelineRun.notANumber])
    #expect(
      diagram.slotTexts.contains {
        $0.contains("its output is nan, so it neither fires nor is off")
      })
    #expect(diagram.dot(placement: [:]).contains("fires nan"))
  }

  @Test("deaths and births are marked at their steps") func marks() {
    let diagram = diagram(history([[1], [0], [0.5], [0]]))
    let dot = diagram.dot(placement: [:])
    #expect(dot.split(separator: "\n").count { $0.contains("class=\"death\"") } == 2)
    #expect(dot.split(separator: "\n").count { $0.contains("class=\"birth\"") } == 1)
    #expect(diagram.slotTexts.contains("layer1/neuron1 died: step 2"))
    #expect(diagram.slotTexts.contains("layer1/neuron1 came back: step 3"))
    #expect(diagram.slotTexts.contains("layer1/neuron1 died: after the last update"))
  }

  @Test("of a neuron with several places in an example the share is called that of its places")
  func places() {
    var history = FiringHistory(names: ["filter1", "neuron1"], withSeveralPlaces: [0])
    history.add(step: 1, loss: 1, fires: [0.25, 0.5])
    let diagram = diagram(history.prefix(1))
    #expect(
      diagram.slotTexts.contains("filter1, step 1: fires at 25 % of its places in the examples"))
    #expect(diagram.slotTexts.contains("neuron1, step 1: fires in 50 % of the examples"))
    #expect(diagram.dot(placement: [:]).contains("shares are those of all places"))
    let plain = self.diagram(self.history([[0.25]]))
    #expect(!plain.dot(placement: [:]).contains("places"))
  }

  @Test("thousands of steps share columns, and none is left out") func columns() {
    let layout = TimelineLayout(history(Array(repeating: [1], count: 2_001)))
    #expect(layout.columnCount <= TimelineLayout.mostColumns)
    #expect((0..<layout.columnCount).flatMap(layout.steps) == Array(0..<2_001))
    #expect(layout.ticks.count <= 10)
  }

  @Test("losses that are not finite interrupt the curve") func brokenLoss() {
    let losses = [1, 2, .nan, 3, .infinity, 4, 5, 6]
    let layout = TimelineLayout(history(Array(repeating: [1], count: 8), losses: losses))
    #expect(layout.lossCurves.map(\.count) == [2, 3])
    let allLost = TimelineLayout(history([[1], [1]], losses: [.nan, .nan]))
    #expect(allLost.lossCurves.isEmpty)
  }

  @Test("a layer's name has room before the names of its neurons") func names() {
    func layout(_ name: String) -> TimelineLayout {
      var history = FiringHistory(names: [name])
      history.add(step: 1, loss: 1, fires: [1])
      return TimelineLayout(history)
    }
    #expect(layout("layer1/neuron1").layers == 44)
    #expect(layout("neuron1").layers == 44)
    #expect(layout("convolution1/filter1").layers > 70)
    #expect(TimelineLayout.layer(of: "convolution1/filter1") == "convolution 1")
    let long = String(repeating: "a", count: 500)
    #expect(TimelineLayout.layer(of: "\(long)/b").count == TimelineLayout.mostLetters)
    #expect(layout("\(long)/b").layers == layout("\(long)a/b").layers)
  }
}
