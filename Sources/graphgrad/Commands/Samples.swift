import ArgumentParser
import GraphGradKit
import Refusal
import SampleFiles

struct Samples: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the networks and expressions to start from, or copy one to change.",
    discussion: """
        graphgrad samples
        graphgrad samples yinyang
        graphgrad samples --copy yinyang --to Output
      """)

  @Argument(help: "A sample to tell all of.")
  var name: String?

  @Option(help: "A sample whose files to copy. Files that are there already stay as they are.")
  var copy: String?

  @Option(help: "The folder to copy to.")
  var to = "."

  func run() throws {
    if let copy {
      guard name == nil else {
        throw Failure.wrongInput("error: --copy goes without \(name ?? "")")
      }
      try self.copy(Self.sample(copy))
    } else if let name {
      try Console.write(Self.sample(name).comment.joined(separator: "\n") + "\n")
    } else {
      try Console.write(Self.list)
    }
  }

  private static var list: String {
    let width = Sample.all.map(\.name.count).max() ?? 0
    return Sample.all.map { sample in
      let gap = String(repeating: " ", count: width - sample.name.count + 2)
      return "\(sample.name)\(gap)\(sample.summary)\n"
    }.joined()
  }

  private static func sample(_ name: String) throws(Failure) -> Sample {
    guard let sample = Sample.named(name) else {
      throw .wrongInput(
        "error: there is no sample \(name); there are \(Words.list(Sample.all.map(\.name)))")
    }
    return sample
  }

  private func copy(_ sample: Sample) throws(Failure) {
    try Output.makeFolder(to)
    let paths = sample.files.map { to == "." ? $0.name : "\(to)/\($0.name)" }
    if let taken = paths.first(where: { RealPath.ofExisting($0) != nil }) {
      throw .failed("\(taken): error: this file is there already, and stays as it is")
    }
    for (file, path) in zip(sample.files, paths) { try Output.write(file.bytes, to: path) }
    let folder = to == "." ? "" : "\(to)/"
    let commands = sample.commands.map { $0.replacing("Samples/", with: folder) }
    try Console.write((paths + [""] + commands).map { "\($0)\n" }.joined())
  }
}
