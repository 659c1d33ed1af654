import Foundation
import Testing

@testable import GraphGradKit

@Suite("what plots are made of") struct PlotDataTests {
  private static func trained(_ yaml: String) throws -> Trainer {
    var trainer = try Trainer(Experiment(yaml: yaml))
    while trainer.next() != nil {}
    return trainer
  }

  private static let moons = """
    seed: 2
    data: {kind: moons, count: 60}
    model: {layers: [8, 2], activation: tanh}
    loss: crossEntropy
    optimizer: {kind: adam, learningRate: 0.1}
    steps: 40
    """

  @Test("on both sides of a border different classes are predicted") func borders() throws {
    let trainer = try Self.trained(Self.moons)
    let map = try #require(DecisionMap(trainer, trainer.parameters, name: "m"))
    #expect(!map.borders.isEmpty)
    let step = map.xs[1] - map.xs[0]
    for point in map.borders.joined() {
      // The corners of the cells around it are not all of one class.
      let columns = map.xs.indices.filter { abs(map.xs[$0] - point.x) <= step * 1.01 }
      let rows = map.ys.indices.filter {
        abs(map.ys[$0] - point.y) <= (map.ys[1] - map.ys[0]) * 1.01
      }
      #expect(Set(rows.flatMap { row in columns.map { map.classes[row][$0] } }).count == 2)
    }
  }

  @Test("outputs of runs that are compared are counted in the same bins") func bins() throws {
    let first = try Self.trained(Self.moons)
    let second = try Self.trained(Self.moons.replacing("seed: 2", with: "seed: 3"))
    let alone = [first, second].map { OutputHistograms($0, $0.parameters, name: "a") }
    let compared = OutputHistograms.comparing([
      (first, first.parameters, "a"), (second, second.parameters, "b"),
    ])
    let ends = compared.map { $0.layers[0].ends }
    #expect(ends[0] == ends[1] && alone[0].layers[0].ends != alone[1].layers[0].ends)
    #expect(ends[0].first == alone.compactMap { $0.layers[0].ends.first }.min())
    for (one, other) in zip(compared, alone) {
      #expect(one.layers[0].bins.reduce(0, +) == other.layers[0].bins.reduce(0, +))
    }
  }

  @Test("levels are lines of the predicted number") func levels() throws {
    let trainer = try Self.trained(
      Self.moons.replacing("[8, 2]", with: "[8, 1]").replacing("crossEntropy", with: "hinge"))
    #expect(LevelMap(trainer, trainer.parameters, name: "m") == nil)
    let data = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString).csv")
    let rows = (0..<25).map {
      "\(Double($0 % 5)),\(Double($0 / 5)),\(Double($0 % 5) - Double($0 / 5))"
    }
    try Data("x,y,z\n\(rows.joined(separator: "\n"))\n".utf8).write(to: data)
    defer { try? FileManager.default.removeItem(at: data) }
    let regression = try Self.trained(
      """
      data: {csv: \(data.path), inputs: [x, y], targets: [z], split: [1, 0, 0]}
      model: {layers: [1], activation: linear}
      loss: meanSquaredError
      optimizer: {kind: adam, learningRate: 0.1}
      steps: 80
      """)
    let map = try #require(LevelMap(regression, regression.parameters, name: "r"))
    let (weights, bias) = (regression.parameters.prefix(2), regression.parameters[2])
    #expect(map.levels.count { !$0.lines.isEmpty } > 2)
    #expect(map.examples.count == 25)
    for level in map.levels {
      for point in level.lines.joined() {
        let number = weights[0] * point.x + weights[1] * point.y + bias
        #expect(abs(number - level.number) < 1e-9)
      }
    }
  }

  @Test("deaths are counted at their steps, near ones together") func deaths() {
    var history = FiringHistory(names: ["a", "b", "c", "d"])
    for step in 1...100 {
      history.add(
        step: step, loss: 1,
        fires: [step < 10 ? 1 : 0, step < 10 ? 1 : 0, step < 12 ? 1 : 0, step < 60 ? 1 : 0])
    }
    let steps = (1...100).map {
      RecordedStep(
        number: $0, loss: 1 / Double($0),
        state: TrainingState(
          steps: $0 - 1, parameters: [], optimizer: OptimizerState(time: 0, rows: [])))
    }
    let run = LossCurves.Run(name: "r", steps, history: history)
    #expect(run.deaths.map(\.step) == [10, 12, 60] && run.deaths.map(\.count) == [2, 1, 1])
    let flags = LossCurves([run]).plot().panels[0].marks.compactMap { mark -> String? in
      if case .flag(let words, let point, _) = mark { return "\(words) \(point.x)" }
      return nil
    }
    #expect(flags == ["×3 10.0", "×1 60.0"])
    #expect(LossCurves.Run(name: "r", steps).deaths.isEmpty)
  }

  @Test("losses of several runs share a panel: a colour a run, dashed for validation") func losses()
  {
    func run(_ name: String, _ validation: Double?) -> LossCurves.Run {
      LossCurves.Run(
        name: name,
        (1...3).map {
          RecordedStep(
            number: $0, loss: 1, validationLoss: validation,
            state: TrainingState(
              steps: $0 - 1, parameters: [], optimizer: OptimizerState(time: 0, rows: [])))
        })
    }
    func lines(_ runs: LossCurves.Run...) -> [String] {
      let plot = LossCurves(runs).plot()
      #expect(plot.panels.count == 1)
      return plot.panels[0].marks.compactMap { mark in
        guard case .line(_, let series, let label, let dash) = mark else { return nil }
        return "\(series) \(label) \(dash?.rawValue ?? "own")"
      }
    }
    #expect(
      lines(run("a", 2), run("b", nil)) == [
        "0 a 1.0000 solid", "0 a val. 2.0000 dashed", "1 b 1.0000 solid",
      ])
    #expect(lines(run("a", nil), run("b", nil)) == ["0 a 1.0000 own", "1 b 1.0000 own"])
    #expect(lines(run("a", 2)) == ["0 training 1.0000 solid", "0 validation 2.0000 dashed"])
  }
}
