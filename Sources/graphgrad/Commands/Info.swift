import ArgumentParser
import GraphGradKit

struct Info: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is in a recording.",
    discussion: """
      What was trained on what, which steps are recorded with which losses, and whether the file \
      is whole.

        graphgrad info Output/yinyang/run.gradrec
      """)

  @Argument(help: "A recording (.gradrec).")
  var recording: String

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() throws {
    let report = RecordingReport(try RecordingSource.read(recording))
    if json { try Console.write(JSONText.encode(report)) } else { try Console.write(report.text) }
  }
}
