import Foundation
import Testing

@Suite("embed stays in its folder") struct ConfinementTests {
  /// A folder with samples, and beside it one that documents may not see.
  private static func project() throws -> (folder: Scratch, outside: Scratch) {
    let (scratch, other) = (try Scratch(), try Scratch())
    let manager = FileManager.default
    for name in ["points.yaml", "points.csv", "points.safetensors", "names.yaml", "names.txt"] {
      try manager.copyItem(
        at: Tool.top.appendingPathComponent("Samples/\(name)"), to: scratch.url(name))
    }
    for (name, text) in [
      ("secret.txt", "secret\nwords\n"), ("secret.csv", "x,y,class\n1,2,secret\n2,1,b\n"),
      ("secret.grad", "hidden = 7\n"), ("secret.svg", "<svg><title>secret</title></svg>"),
      ("secret.yaml", "name: secret\n"), ("secret.json", "{\"name\": \"secret\"}"),
    ] {
      try Data(text.utf8).write(to: other.url(name))
      try manager.createSymbolicLink(
        at: scratch.url("link-\(name)"), withDestinationURL: other.url(name))
    }
    try manager.copyItem(at: scratch.url("points.safetensors"), to: other.url("w.safetensors"))
    try Data(
      """
      name: w
      data: {csv: points.csv, inputs: [x, y], label: class}
      model: {weights: OUTSIDE/w.safetensors}
      """.utf8
    ).write(to: scratch.url("w.yaml"))
    try manager.createSymbolicLink(
      at: scratch.url("link"), withDestinationURL: URL(fileURLWithPath: other.path))
    return (scratch, other)
  }

  @Test(
    "whatever names a file: a setting, an experiment, a link or a path",
    arguments: [
      "render names.yaml --set data.text=OUTSIDE/secret.txt",
      "render names.yaml --set data.text=link-secret.txt",
      "render names.yaml --set data.text=UP/secret.txt",
      "render points.yaml --set data.csv=OUTSIDE/secret.csv",
      "render points.yaml --set data.csv=link/secret.csv",
      "plot points.yaml --set data.csv=link-secret.csv", "render w.yaml",
      "render OUTSIDE/secret.grad", "render link/secret.grad", "render link-secret.grad",
      "render link/../NAME/secret.grad", "render link/none.grad", "render link-secret.yaml",
      "render link-secret.json", "plot OUTSIDE/secret.gradrec", "timeline link-secret.yaml",
      "animate points.yaml --set data.csv=UP/secret.csv", "animate link-secret.grad",
      "render -e 'a = 1' -o link-secret.svg", "render -e 'a = 1' -o link/x.svg",
      "render -e 'a = 1' -o OUTSIDE/x.svg",
    ])
  func refused(_ command: String) throws {
    let (folder, outside) = try Self.project()
    let name = URL(fileURLWithPath: outside.path).lastPathComponent
    func filled(_ text: String) -> String {
      text.replacing("OUTSIDE", with: outside.path).replacing("UP", with: "../\(name)")
        .replacing("NAME", with: name)
    }
    let experiment = try String(contentsOf: folder.url("w.yaml"), encoding: .utf8)
    try Data(filled(experiment).utf8).write(to: folder.url("w.yaml"))
    let document = "<!-- graphgrad \(filled(command)) -->\n<!-- /graphgrad -->\n"
    try Data(document.utf8).write(to: folder.url("a.md"))
    let (before, beside) = (try folder.files(), try outside.files())
    for arguments in [["embed", "--check", "a.md"], ["embed", "a.md"]] {
      let outcome = try Tool.run(Tool.path, arguments, in: folder.path)
      #expect(outcome.code == 2 && outcome.output.isEmpty, "\(outcome.output)")
      #expect(outcome.errors.hasPrefix("a.md:1:1: error: "), "\(outcome.errors)")
      #expect(outcome.errors.contains("outside the folder"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("hidden") && !outcome.errors.contains("words"))
    }
    #expect(try folder.files() == before)
    #expect(try outside.files() == beside)
    #expect(try String(contentsOf: folder.url("a.md"), encoding: .utf8) == document)
    #expect(
      try String(contentsOf: outside.url("secret.svg"), encoding: .utf8).hasPrefix("<svg><title>"))
  }

  @Test("links and paths that stay inside are followed, and with --allow-outside all are")
  func allowed() throws {
    let (folder, outside) = try Self.project()
    let manager = FileManager.default
    try manager.createDirectory(at: folder.url("deep/er"), withIntermediateDirectories: true)
    try Data("a = 1\n".utf8).write(to: folder.url("deep/e.grad"))
    try manager.createSymbolicLink(
      atPath: folder.file("in"), withDestinationPath: "deep/er")
    // The system reads the first as deep/e.grad, since a link leads to deep/er.
    for path in ["in/../e.grad", "deep/../deep/e.grad", "\(folder.path)/deep/e.grad"] {
      try Data("<!-- graphgrad render \(path) -->\n<!-- /graphgrad -->\n".utf8)
        .write(to: folder.url("a.md"))
      let outcome = try Tool.run(Tool.path, ["embed", "a.md"], in: folder.path)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    try Data("<!-- graphgrad render link/secret.grad -->\n<!-- /graphgrad -->\n".utf8)
      .write(to: folder.url("a.md"))
    let outcome = try Tool.run(
      Tool.path, ["embed", "--allow-outside", "a.md"], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(!(try outside.files().contains("a-1.svg")))
  }

  @Test("a document cannot lift the limit of size") func limit() throws {
    let (folder, _) = try Self.project()
    try Data("```graphgrad --max-size 30000\na = 1\n```\n".utf8).write(to: folder.url("a.md"))
    let refused = try Tool.run(Tool.path, ["embed", "a.md"], in: folder.path)
    #expect(refused.code == 2)
    #expect(
      refused.errors.hasPrefix(
        "a.md:1:1: error: --max-size 30000: error: a document may ask for 20000 at the most"))
    let allowed = try Tool.run(
      Tool.path, ["embed", "--max-size", "30000", "a.md"], in: folder.path)
    #expect(allowed.code == 0, "\(allowed.errors)")
  }
}
