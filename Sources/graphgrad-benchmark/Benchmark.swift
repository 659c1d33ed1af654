import ArgumentParser
import Foundation
import GraphGradKit

/// Measures the engine and the drawings, beside the Python packages that do the same.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphgrad-benchmark",
    abstract: "Times forward and backward passes and frames, beside micrograd and graphviz.",
    discussion: """
      The peers are the packages of these names on PyPI, run by python3 on the same numbers in \
      the same run; what is not installed is left out. Use a release build:

        pip install micrograd graphviz
        swift run -c release graphgrad-benchmark
      """)

  @Flag(help: "Fewer repetitions.")
  var quick = false

  @Option(help: "Write the results as JSON into this file, too.")
  var json: String?

  func run() throws {
    var report = Report(isQuick: quick)
    let effort: Effort = quick ? .quick : .full
    say("forward and backward …")
    let yinYang = EngineBenchmark(.yinYang, effort)
    let moons = EngineBenchmark(.moons, effort)
    say("training …")
    let training = try TrainingBenchmark(effort)
    say("zero effect …")
    let ablation = try AblationBenchmark(effort)
    say("frames …")
    let frames = try FrameBenchmark(effort)
    say("micrograd …")
    let micrograd = MicrogradPeer([yinYang.workload, moons.workload], effort)
    say("graphviz …")
    let graphviz = GraphvizPeer(frames, effort)
    report.add(yinYang.section(training: training.row, micrograd))
    report.add(moons.section(training: nil, micrograd))
    report.add(ablation.section)
    report.add(frames.section(graphviz))
    report.checksum =
      yinYang.checksum + moons.checksum + training.checksum + ablation.checksum + frames.checksum
    print(report.text)
    if let json { try write(report, to: json) }
  }

  private func write(_ report: Report, to path: String) throws {
    do { try OutputFile.write(report.json(), to: path) } catch let failure as OutputError {
      FileHandle.standardError.write(
        Data("error: \(failure.path) cannot be written: \(failure.reason)\n".utf8))
      throw ExitCode.failure
    }
  }

  private func say(_ words: String) {
    FileHandle.standardError.write(Data("measuring \(words)\n".utf8))
  }
}
