import ArgumentParser
import Foundation
import GraphGradKit

/// Measures the engine and the drawings, beside the Python packages that do the same.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphgrad-benchmark",
    abstract: "Times engine, verdicts, drawings and tool, beside micrograd, JAX and graphviz.",
    discussion: """
      The peers are the packages of these names on PyPI, run by python3 on the same numbers in \
      the same run; what is not installed is left out. Use a release build:

        pip install micrograd graphviz jax
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
    let text = TextBenchmark(effort)
    let memory = TapeMemory.words
    say("training …")
    let training = try TrainingBenchmark(effort)
    say("zero effect …")
    let ablation = try AblationBenchmark(moons.workload, effort)
    say("frames …")
    let frames = try FrameBenchmark(effort)
    say("layouts …")
    let layouts = try LayoutBenchmark(effort)
    say("the page …")
    let page = try PageBenchmark(effort)
    say("the tool …")
    let tool = try ToolBenchmark(effort)
    say("micrograd, JAX …")
    let works = [yinYang.workload, moons.workload]
    let peers = [EnginePeer.micrograd(works, effort), .jax(works, effort)]
    let textPeer = EnginePeer.micrograd(text, effort)
    say("graphviz …")
    let graphviz = GraphvizPeer(frames, effort)
    report.add(yinYang.section(training.rows, peers))
    report.add(moons.section([], peers, note: memory))
    report.add(text.section(textPeer))
    report.add(ablation.section)
    report.add(frames.section(graphviz))
    report.add(
      Section(
        "Once for a run: layouts and the page", unit: "time", peer: "",
        rows: layouts.rows + [page.row]))
    report.add(tool.section)
    report.checksum =
      yinYang.checksum + moons.checksum + text.checksum + training.checksum + ablation.checksum
      + frames.checksum
      + layouts.checksum + page.checksum
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
