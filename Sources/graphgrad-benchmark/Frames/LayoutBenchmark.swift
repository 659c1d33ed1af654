import GraphGradKit

/// Graphs laid out by libgvc, which is done once for all frames.
struct LayoutBenchmark {
  let rows: [Row]
  let checksum: Double

  init(_ effort: Effort) throws {
    var stopwatch = Stopwatch()
    rows = try [("2-8-3", "[8, 3]"), ("2-32-32-1", "[32, 32, 1]")].map { name, layers in
      var settings = ["model={layers: \(layers), activation: relu}", "steps=1"]
      if layers.hasSuffix("1]") { settings += ["data={kind: moons, count: 100}", "loss=hinge"] }
      settings.append("view={kind: scalar, example: 1}")
      var trainer = try YinYangExperiment.trainer(settings)
      let steps = [trainer.next()].compactMap(\.self)
      let film = try Film(trainer, steps, .scalar)
      let time = try stopwatch.time(effort.slowRepetitions) { try film.layOut() }
      return Row("layout of \(name): \(film.boxCount) boxes, sums folded", time)
    }
    checksum = stopwatch.checksum
  }
}
