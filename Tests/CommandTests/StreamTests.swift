import Foundation
import Testing

/// The tool with its three streams closed, full, or read by nobody.
@Suite("Standard streams") struct StreamTests {
  /// Runs a line of the shell in which `$T` is the tool.
  private static func shell(_ line: String, in scratch: Scratch) throws -> Tool.Outcome {
    for name in ["points.yaml", "points.csv"] where !(try scratch.files()).contains(name) {
      try FileManager.default.copyItem(
        at: Tool.top.appendingPathComponent("Samples/\(name)"), to: scratch.url(name))
    }
    return try Tool.run(
      "/bin/bash", ["-c", "T='\(Tool.path)'; \(line)"], in: scratch.path)
  }

  private static let training = "$T train points.yaml --set steps=4 --frames none --record"

  @Test(
    "a run that cannot say how it goes on is recorded as one that can",
    arguments: ["2>&-", "2>/dev/full", "<&-", "<&- 2>&-", "2> >(true)", "--quiet >&- 2>&- <&-"])
  func recording(_ streams: String) throws {
    let scratch = try Scratch()
    #expect(try Self.shell("\(Self.training) a.gradrec", in: scratch).code == 0)
    let outcome = try Self.shell("\(Self.training) b.gradrec \(streams)", in: scratch)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      try Data(contentsOf: scratch.url("a.gradrec")) == Data(contentsOf: scratch.url("b.gradrec")))
  }

  @Test(
    "a result that cannot be written is an error",
    arguments: [
      "$T --help", "$T --version", "$T render --help", "$T samples", "$T render -e 'a = 1'",
      "$T render -e 'a = 1' -o - --format svg", "$T render -e 'a = 1' -o - --format png",
      "$T neurons points.yaml", "$T plot points.yaml --csv -", "$T gradcheck -e 'a = 2; b = a^2'",
      "$T train points.yaml --set steps=2 --frames none --losses -",
      "$T sweep -e 'x = 1; y = x' --over x=0..1 --csv -",
    ])
  func results(_ command: String) throws {
    let scratch = try Scratch()
    for (streams, reason) in [
      (">/dev/full", "No space left on device"), (">&-", "Bad file descriptor"),
    ] {
      let outcome = try Self.shell("\(command) \(streams)", in: scratch)
      #expect(outcome.code == 1)
      #expect(
        outcome.errors.hasSuffix("error: standard output cannot be written: \(reason)\n"),
        "\(outcome.errors)")
    }
    let pipe = try Self.shell("\(command) | exec true; exit ${PIPESTATUS[0]}", in: scratch)
    #expect(pipe.code == 0 || pipe.errors.contains("Broken pipe"))
  }

  @Test("standard input that is closed, or a folder, is said") func input() throws {
    let scratch = try Scratch()
    for (streams, words) in [("<&-", "Bad file descriptor"), ("</", "it is a folder")] {
      for command in ["render -", "render", "gradcheck -", "train -", "neurons -"] {
        let outcome = try Self.shell("$T \(command) \(streams)", in: scratch)
        #expect(outcome.code == 2, "\(command) \(streams)")
        #expect(
          outcome.errors == "standard input: error: this cannot be read as a file: \(words)\n",
          "\(outcome.errors)")
      }
    }
  }

  @Test("a mistake that cannot be told keeps its exit code") func untold() throws {
    let scratch = try Scratch()
    #expect(try Self.shell("$T --nonsense 2>/dev/full", in: scratch).code == 2)
    #expect(try Self.shell("$T render none.grad 2>&-", in: scratch).code == 2)
  }

  @Test("a name that is not UTF-8 is refused, not written as another") func names() throws {
    let scratch = try Scratch()
    let outcome = try Self.shell("$T render -e 'a = 1' -o $'x\\xff.svg'", in: scratch)
    #expect(outcome.code == 2 && outcome.errors.hasPrefix("error: argument 5, "))
    #expect(try scratch.files() == ["points.csv", "points.yaml"])
  }

  @Test("~ is a name like any other", arguments: ["render '~/e.grad' -o '~/x.svg'"])
  func tilde(_ command: String) throws {
    let scratch = try Scratch()
    let missing = try Self.shell("$T \(command)", in: scratch)
    #expect(missing.code != 0)
    let made = try Self.shell(
      "mkdir '~'; echo a=1 > '~/e.grad'; $T \(command) && $T train points.yaml --frames none "
        + "--set steps=1 --record '~/r.gradrec' --losses '~/l.csv' && $T page '~/r.gradrec' "
        + "-o '~/p.html' && $T info '~/r.gradrec' && cp points.* '~' && $T neurons '~/points.yaml'",
      in: scratch)
    #expect(made.code == 0, "\(made.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/~").sorted()
    #expect(
      names == [
        "e.grad", "l.csv", "p.html", "points.csv", "points.yaml", "r.gradrec", "x.svg",
      ])
  }

  @Test("what a recording says cannot steer a terminal") func escapes() throws {
    let scratch = try Scratch()
    let outcome = try Self.shell(
      "$T train points.yaml --set 'name=\"a\\e[31mb\\u202Ec\"' --set steps=1 --frames none "
        + "--record r.gradrec --quiet && $T info r.gradrec && $T info --json r.gradrec "
        + "&& $T neurons points.yaml --set 'name=\"\\e]0;x\\a\"'", in: scratch)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let text = outcome.output + outcome.errors
    #expect(text.contains(#"a\u001b[31mb"#))
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 })
  }
}
