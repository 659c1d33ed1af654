import Foundation
import GraphGradKit

/// The page of a recorded run: drawings, data and code in one file.
struct PageBenchmark {
  let row: Row
  let checksum: Double

  init(_ effort: Effort) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-benchmark-\(UUID().uuidString).gradrec").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var trainer = try YinYangExperiment.trainer()
    let writer = try RecordingWriter(path: path, of: trainer)
    while let step = trainer.next() { try writer.add(RecordedStep(step)) }
    let recording = try Recording(path: path)
    var stopwatch = Stopwatch()
    let page = try stopwatch.time(effort.slowRepetitions) {
      Double(try PlayerPage(recording).html.count)
    }
    row = Row("page of 100 recorded steps, with both drawings", page)
    checksum = stopwatch.checksum
  }
}
