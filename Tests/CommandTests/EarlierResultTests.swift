import Foundation
import Testing

@Suite("A command that fails leaves earlier results") struct EarlierResultTests {
  /// A folder with samples, a recording, frames, losses and a picture of a run.
  private static func project() throws -> Scratch {
    let scratch = try Scratch()
    for name in ["points.yaml", "points.csv", "expression.grad"] {
      try FileManager.default.copyItem(
        at: Tool.top.appendingPathComponent("Samples/\(name)"), to: scratch.url(name))
    }
    let made = try Tool.run(
      Tool.path,
      [
        "train", "points.yaml", "--set", "steps=3", "-o", "run", "--losses", "l.csv", "--record",
        "r.gradrec",
      ], in: scratch.path)
    #expect(made.code == 0, "\(made.errors)")
    return scratch
  }

  /// Every file below a folder, with what is in it.
  private static func contents(_ scratch: Scratch) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.path)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: scratch.file($0)) ?? Data())
      })
  }

  @Test(
    "everything is checked before anything is touched",
    arguments: [
      "train points.yaml -o run --record r.gradrec --losses /nonexistent/l.csv",
      "train points.yaml -o run --record /nonexistent/r.gradrec --losses l.csv",
      "train points.yaml -o run --record run --losses l.csv",
      "train points.yaml -o run --record r.gradrec --losses r.gradrec",
      "train points.yaml -o run --record r.gradrec --losses ./run/../r.gradrec",
      "train points.yaml -o run --record points.yaml", "train points.yaml -o run --losses link.csv",
      "train points.yaml -o run --record r.gradrec --losses points.csv",
      "train points.yaml -o run --record hard.csv --losses l.csv",
      "train points.yaml -o l.csv --record r.gradrec",
      "train points.yaml -o run --set data.csv=none.csv --record r.gradrec",
      "train --resume r.gradrec --losses r.gradrec",
      "plot r.gradrec -o run/step-1.svg --csv /nonexistent/l.csv",
      "plot r.gradrec -o run/step-1.svg --csv run/step-1.svg",
      "plot r.gradrec -o run/step-1.svg --csv r.gradrec", "timeline r.gradrec --csv r.gradrec",
      "timeline r.gradrec -o run/step-1.svg --csv /nonexistent/x.csv",
      "page r.gradrec -o r.gradrec", "render expression.grad --format svg -o expression.grad",
      "render r.gradrec --format svg -o points.csv/x", "seeds points.yaml -o points.yaml",
      "sweep expression.grad --over a=0..1 --csv expression.grad -o run",
      "sweep expression.grad --over a=0..1 --csv /nonexistent/x.csv -o run",
      "animate r.gradrec -o /nonexistent/a.svg", "frames r.gradrec --steps 9 -o run",
      "frames r.gradrec --format png --steps 1 -o l.csv", "prune r.gradrec -o l.csv",
    ])
  func untouched(_ command: String) throws {
    let scratch = try Self.project()
    symlink("points.csv", scratch.file("link.csv"))
    link(scratch.file("points.csv"), scratch.file("hard.csv"))
    let before = try Self.contents(scratch)
    let outcome = try Tool.run(
      Tool.path, command.split(separator: " ").map(String.init), in: scratch.path)
    #expect(outcome.code == 1 || outcome.code == 2)
    #expect(outcome.errors.contains("error: "), "\(outcome.errors)")
    #expect(try Self.contents(scratch) == before)
  }

  @Test("a shorter run takes the frames of a longer one away, once it has one of its own")
  func shorter() throws {
    let scratch = try Self.project()
    let outcome = try Tool.run(
      Tool.path, ["train", "points.yaml", "--set", "steps=2", "-o", "run"], in: scratch.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.file("run")).sorted()
        == ["run.gradrec", "step-1.svg", "step-2.svg"])
  }

  @Test("a picture is written through a link, with the permissions of what is there")
  func links() throws {
    let scratch = try Self.project()
    _ = FileManager.default.createFile(
      atPath: scratch.file("real.svg"), contents: Data(), attributes: [.posixPermissions: 0o600])
    symlink("real.svg", scratch.file("link.svg"))
    let outcome = try Tool.run("render", "-e", "a = 1", "-o", "link.svg", in: scratch.path)
    #expect(outcome.code == 0)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.file("link.svg"))
        == "real.svg")
    #expect(try String(contentsOf: scratch.url("real.svg"), encoding: .utf8).hasPrefix("<svg"))
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.file("real.svg"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
