import Foundation
import GraphGradKit

/// The frames of a training run.
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
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-benchmark-\(UUID().uuidString)").path
    try OutputFile.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var stopwatch = Stopwatch()
    let pictures = try film.pictures(steps)
    let spliced = try stopwatch.time(effort.repetitions) { try film.draw(pictures) }
    let written = try stopwatch.time(effort.repetitions) {
      try film.draw(pictures, writingTo: folder)
    }
    let svg = try stopwatch.time(effort.repetitions) { try film.draw(.svg, steps) }
    let some = Array(steps.prefix(Self.pngCount))
    let png = try stopwatch.time(effort.slowRepetitions) { try film.draw(.png, some) }
    let boxes = try stopwatch.time(effort.repetitions) { try neurons.draw(.svg, steps) }
    let boxPixels = try stopwatch.time(effort.slowRepetitions) { try neurons.draw(.png, some) }
    rows = [
      Row(
        "SVG: numbers into the template", spliced.divided(by: steps.count), peer: GraphvizPeer.svg),
      Row("SVG: the same, written to files", written.divided(by: steps.count)),
      Row(
        "SVG: replay, verdicts, numbers", svg.divided(by: steps.count), peer: GraphvizPeer.svg),
      Row(
        "PNG, \(try film.pixels) pixels: replay, verdicts, libgvc", png.divided(by: some.count),
        peer: GraphvizPeer.png),
      Row("SVG of neurons: replay, verdicts, numbers", boxes.divided(by: steps.count)),
      Row(
        "PNG of neurons, \(try neurons.pixels) pixels: the same", boxPixels.divided(by: some.count)),
    ]
    checksum = stopwatch.checksum
  }

  func section(_ graphviz: GraphvizPeer) -> Section {
    Section(
      "Frames of A: one example's graph at each of 100 steps", unit: "frame", peer: "graphviz",
      rows: rows + graphviz.rows)
  }
}
