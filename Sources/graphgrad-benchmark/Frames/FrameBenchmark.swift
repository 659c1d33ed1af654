import GraphGradKit

/// The frames of a training run, drawn in memory.
struct FrameBenchmark {
  /// The first frame as DOT: to be laid out, and with all places given.
  let dot: String
  let placedDot: String
  let checksum: Double
  private let rows: [Row]

  private static let pngCount = 3

  init(_ effort: Effort) throws {
    var trainer = try YinYangExperiment.trainer()
    var steps: [Trainer.Step] = []
    while let step = trainer.next() { steps.append(step) }
    let film = try Film(trainer, steps, .scalar)
    let neurons = try Film(trainer, steps, .neurons)
    dot = film.dot
    placedDot = try film.placedDot()
    var stopwatch = Stopwatch()
    let svg = try stopwatch.time(effort.slowRepetitions) { try film.draw(.svg, steps) }
    let some = Array(steps.prefix(Self.pngCount))
    let png = try stopwatch.time(effort.slowRepetitions) { try film.draw(.png, some) }
    let boxes = try stopwatch.time(effort.slowRepetitions) { try neurons.draw(.svg, steps) }
    let layout = try stopwatch.time(effort.slowRepetitions) { try film.layOut() }
    rows = [
      Row(
        "SVG: replay and new numbers", svg.divided(by: steps.count), peer: GraphvizPeer.svg),
      Row("PNG: replay and libgvc", png.divided(by: some.count), peer: GraphvizPeer.png),
      Row("SVG of neurons: verdicts and new numbers", boxes.divided(by: steps.count)),
      Row("layout, once for all frames", layout),
    ]
    checksum = stopwatch.checksum
  }

  func section(_ graphviz: GraphvizPeer) -> Section {
    Section(
      "Frames of A: one example's graph at each of 100 steps", unit: "frame", peer: "graphviz",
      rows: rows + graphviz.rows)
  }
}
