import Foundation
import GraphGradKit

/// The command-line tool beside this one, from its start to its end.
struct ToolBenchmark {
  let section: Section

  init(_ effort: Effort) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let experiment = folder.appendingPathComponent("yinyang.yaml").path
    try Data(YinYangExperiment.yaml.utf8).write(to: URL(fileURLWithPath: experiment))
    let tool = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("graphgrad")
    let frames = ["train", experiment, "--quiet", "-o", folder.path]
    let runs = [
      ("graphgrad --help", ["--help"]),
      ("graphgrad train, 100 steps, recorded, no frames", frames + ["--frames", "none"]),
      ("graphgrad train, 100 frames of values", frames + ["--view", "scalar"]),
      ("graphgrad train, 100 frames of neurons", frames + ["--view", "neurons"]),
    ]
    section = Section(
      "The tool: the whole process, files written", unit: "run", peer: "",
      rows: runs.map { name, arguments in
        guard let seconds = Self.seconds(tool, arguments, effort) else {
          return Row(name, Python.Absence(reason: "not built: swift build -c release"))
        }
        return Row(name, seconds)
      })
  }

  /// `nil` if the tool is not there or fails.
  private static func seconds(
    _ tool: URL, _ arguments: [String], _ effort: Effort
  ) -> Measurement? {
    var measured: [Double] = []
    for _ in 0...effort.repetitions {
      let process = Process()
      process.executableURL = tool
      process.arguments = arguments
      process.standardOutput = FileHandle.nullDevice
      // `waitUntilExit` looks only every 50 milliseconds.
      let end = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in end.signal() }
      let start = ContinuousClock.now
      do { try process.run() } catch { return nil }
      end.wait()
      measured.append((ContinuousClock.now - start) / .seconds(1))
      guard process.terminationStatus == 0 else { return nil }
    }
    // The first run brings the files into memory.
    return Measurement(seconds: Array(measured.dropFirst()))
  }
}
