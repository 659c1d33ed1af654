import Activity
import GraphModel
import Testing

@Suite("Firing history") struct HistoryTests {
  @Test("deaths and births are told with their steps") func events() {
    var history = FiringHistory(names: ["a", "b", "c", "d"])
    for (index, fires) in [[0.5, 0, 0.5, 1], [0, 0, 0, 1], [0, 0, 0.25, 1], [0, 0, 0.5, 0]]
      .enumerated()
    {
      history.add(step: index == 3 ? nil : index + 1, loss: 1, fires: fires)
    }
    #expect(history.death(of: 0) == .step(2))
    #expect(history.death(of: 1) == .fromTheStart)
    #expect(history.death(of: 2) == nil)
    #expect(history.death(of: 3) == .lastUpdate)
    #expect(
      history.events == [
        .init(neuron: 0, column: 1, kind: .death), .init(neuron: 2, column: 1, kind: .death),
        .init(neuron: 2, column: 2, kind: .birth), .init(neuron: 3, column: 3, kind: .death),
      ])
  }
}
