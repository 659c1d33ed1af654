import Foundation
import Testing

@Suite("graphgrad embed") struct EmbedTests {
  /// A folder with samples and one document.
  private static func project(_ document: String) throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.url("docs"), withIntermediateDirectories: false)
    try "a = 2; b = -3; L = tanh(a*b + 1)\n"
      .write(to: scratch.url("e.grad"), atomically: true, encoding: .utf8)
    for name in ["points.yaml", "points.csv"] {
      try FileManager.default.copyItem(
        at: Tool.top.appendingPathComponent("Samples/\(name)"), to: scratch.url(name))
    }
    try Data(document.utf8).write(to: scratch.url("a.md"))
    return scratch
  }

  private static func embed(_ arguments: String..., in scratch: Scratch) throws -> Tool.Outcome {
    try Tool.run(Tool.path, ["embed"] + arguments, in: scratch.path)
  }

  private static func document(_ scratch: Scratch) throws -> String {
    String(decoding: try Data(contentsOf: scratch.url("a.md")), as: UTF8.self)
  }

  private static let mixed =
    "\u{FEFF}# T\r\n<!-- graphgrad render e.grad --set a=1 -o docs/e.svg -->\r\n"
    + "<!-- /graphgrad -->\r\n\r\n```graphgrad\r\nx = 0\r\ny = relu(x*2)\r\n```\r\n\r\n"
    + "<!-- graphgrad animate points.yaml --set steps=3 --frames 2 -->\r\n<!-- /graphgrad -->"

  @Test("pictures are drawn and shown; twice gives no difference") func twice() throws {
    let scratch = try Self.project(Self.mixed)
    let first = try Self.embed("a.md", in: scratch)
    #expect(
      first.code == 0 && first.output == "a.md: 3 pictures, 3 drawn anew\n", "\(first.errors)")
    let document = try Self.document(scratch)
    #expect(
      document.hasPrefix(
        "\u{FEFF}# T\r\n<!-- graphgrad render e.grad --set a=1 -o docs/e.svg -->\r\n"
          + "![e.grad; L = −0.9640; computation graph of 5 values](docs/e.svg)\r\n"
          + "<!-- /graphgrad -->\r\n\r\n```graphgrad\r\nx = 0\r\ny = relu(x\\*2)".replacing(
            "\\", with: "")))
    #expect(
      document.contains(
        "![x = 0; y = relu(x\\*2); y = 0; computation graph of 3 values; 3 exactly 0](a-2.svg)\r\n")
    )
    #expect(document.hasSuffix("](a-3.svg)\r\n<!-- /graphgrad -->"))
    #expect(!document.replacing("\r\n", with: "").contains("\n"))
    let pictures = try scratch.files().filter { $0.hasSuffix(".svg") }
    #expect(pictures == ["a-2.svg", "a-3.svg"])
    let alone = try Tool.run(
      "render", "e.grad", "--set", "a=1", "-o", "alone.svg", in: scratch.path)
    #expect(alone.code == 0)
    #expect(
      try Data(contentsOf: scratch.url("alone.svg")) == Data(contentsOf: scratch.url("docs/e.svg")))
    let written = try Data(contentsOf: scratch.url("a-3.svg"))
    let second = try Self.embed("a.md", in: scratch)
    #expect(second.code == 0 && second.output == "a.md: 3 pictures, 0 drawn anew\n")
    #expect(try Self.document(scratch) == document)
    #expect(try Data(contentsOf: scratch.url("a-3.svg")) == written)
    let check = try Self.embed("--check", "a.md", in: scratch)
    #expect(check.code == 0 && check.output.isEmpty && check.errors.isEmpty)
  }

  @Test("--check names what is stale, shows a difference and changes nothing") func check() throws {
    let scratch = try Self.project(Self.mixed)
    let missing = try Self.embed("--check", "a.md", in: scratch)
    #expect(
      missing.code == 1
        && missing.output.contains("docs/e.svg: there is no such picture yet (a.md:2)"))
    #expect(try Self.document(scratch) == Self.mixed)
    _ = try Self.embed("a.md", in: scratch)
    try "a = 2; b = -2; L = tanh(a*b + 1)\n"
      .write(to: scratch.url("e.grad"), atomically: true, encoding: .utf8)
    let document = try Self.document(scratch)
    let picture = try Data(contentsOf: scratch.url("docs/e.svg"))
    let stale = try Self.embed("--check", "a.md", in: scratch)
    #expect(stale.code == 1 && stale.errors.hasPrefix("error: 2 stale"))
    #expect(stale.output.contains("docs/e.svg: stale (a.md:2)\n"))
    #expect(stale.output.contains("\n-b, input, data -3.0, gradient"))
    #expect(stale.output.contains("\n+b, input, data -2.0, gradient"))
    #expect(!stale.output.contains("a-2.svg: stale"))
    #expect(try Self.document(scratch) == document)
    #expect(try Data(contentsOf: scratch.url("docs/e.svg")) == picture)
    #expect(try Self.embed("a.md", in: scratch).output == "a.md: 3 pictures, 1 drawn anew\n")
    #expect(try Self.embed("--check", "a.md", in: scratch).code == 0)
  }

  @Test("a picture in other places is current, until it is drawn with --redraw") func places()
    throws
  {
    let scratch = try Self.project("```graphgrad\na = 1\n```")
    _ = try Self.embed("a.md", in: scratch)
    let drawn = try String(contentsOf: scratch.url("a-1.svg"), encoding: .utf8)
    let moved = drawn.replacing(/\ y="[0-9.-]+"/, with: " y=\"1\"")
    #expect(moved != drawn)
    try moved.write(to: scratch.url("a-1.svg"), atomically: true, encoding: .utf8)
    #expect(try Self.embed("--check", "a.md", in: scratch).code == 0)
    #expect(try Self.embed("a.md", in: scratch).output == "a.md: 1 picture, 0 drawn anew\n")
    #expect(
      try Self.embed("--redraw", "a.md", in: scratch).output == "a.md: 1 picture, 1 drawn anew\n")
    #expect(try String(contentsOf: scratch.url("a-1.svg"), encoding: .utf8) == drawn)
  }

  @Test("names that are markup stay words, in the picture and in the document") func markup() throws
  {
    let scratch = try Self.project("<!-- graphgrad render n.yaml -->\r\n<!-- /graphgrad -->\r\n")
    let yaml = try String(contentsOf: scratch.url("points.yaml"), encoding: .utf8)
    try
      ("name: \"<script>x</script> ](y) & <!-- /graphgrad\"\n"
      + yaml.replacing(/(?m)^name:.*\n/, with: "") + "\n")
      .write(to: scratch.url("n.yaml"), atomically: true, encoding: .utf8)
    let outcome = try Self.embed("a.md", in: scratch)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let picture = try String(contentsOf: scratch.url("a-1.svg"), encoding: .utf8)
    #expect(picture.contains("&lt;script&gt;") && !picture.contains("<script"))
    #expect(
      try Self.document(scratch).contains("![\\<script>x\\</script> \\](y) \\& \\<!-- /graphgrad"))
    #expect(try Self.embed("--check", "a.md", in: scratch).code == 0)
  }

  @Test(
    "wrong documents: a message with the place, exit code 2, nothing written",
    arguments: [
      ("x\n<!-- graphgrad render e.grad -->\n", "a.md:2:1: error: this picture never ends"),
      (
        "<!-- graphgrad render e.grad -->\n<!-- graphgrad render e.grad -->\n<!-- /graphgrad -->",
        "a.md:2:1: error: this begins inside the picture of line 1"
      ),
      ("a\r\n<!-- /graphgrad -->", "a.md:2:1: error: this ends a picture, but none was begun"),
      (command("draw e.grad"), "a.md:1:1: error: draw is no command that draws; there are render"),
      (command("train points.yaml"), "a.md:1:1: error: train is no command that draws"),
      (command("render none.grad"), "a.md:1:1: error: none.grad: error: there is no such file"),
      (command("render --help"), "a.md:1:1: error: this asks for help and draws nothing"),
      (command("render e.grad --nonsense"), "a.md:1:1: error: Unknown option '--nonsense'"),
      (command("render e.grad 'x"), "a.md:1:1: error: a ' is never closed"),
      (
        command("render e.grad -o ../x.svg"),
        "a.md:1:1: error: ../x.svg: this is outside the folder"
      ),
      (command("render ../a.grad"), "a.md:1:1: error: ../a.grad: this is outside the folder"),
      (command("render /dev/null"), "a.md:1:1: error: /dev/null: this is outside the folder"),
      (
        command("render e.grad -o e.png"),
        "a.md:1:1: error: e.png: a picture in a document is an .svg"
      ),
      (command("render e.grad -o -"), "a.md:1:1: error: -: a picture in a document is an .svg"),
      (command("render"), "a.md:1:1: error: say what to draw: a document has no standard input"),
      (command("render -"), "a.md:1:1: error: say what to draw: a document has no standard input"),
      (command("render e.grad --json"), "a.md:1:1: error: --json makes more than a picture"),
      (command("timeline points.yaml --csv a.csv"), "a.md:1:1: error: --csv makes more than"),
      (command("render points.yaml --step 99"), "a.md:1:1: error: --step 99: error: there are"),
      (
        command("render -e 'a = 1; b = q'"),
        "a.md:1:1: error: expression:1:12: error: q has no value"
      ),
      ("\n```graphgrad\na = 1\nb = a + q\n```\n", "a.md:4:9: error: q has no value; known here: a"),
      ("```graphgrad\n```\n", "a.md:2:1: error: there is no expression here"),
      ("```graphgrad e.grad\na = 1\n```", "a.md:1:1: error: the block is what is drawn"),
      ("```graphgrad --set b=1\na = 1\n```", "a.md:1:1: error: --set b: error: b cannot be set"),
      (
        "```graphgrad -o x.svg\na = 1\n```\n```graphgrad -o x.svg\na = 2\n```",
        "a.md:4:1: error: another picture is written to x.svg, from a.md:1"
      ),
    ])
  func mistakes(_ text: String, _ message: String) throws {
    // A good place first in most: it is not written either.
    let good = text.hasPrefix("<!-- graphgrad") ? text + "\n\n```graphgrad\nz = 1\n```\n" : text
    let scratch = try Self.project(good)
    let before = try scratch.files()
    let outcome = try Self.embed("a.md", in: scratch)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
    #expect(try Self.document(scratch) == good)
    #expect(try scratch.files() == before)
  }

  private static func command(_ text: String) -> String {
    "<!-- graphgrad \(text) -->\n<!-- /graphgrad -->"
  }

  @Test("files outside the folder are refused, also through a link, unless asked for")
  func outside()
    throws
  {
    let scratch = try Self.project(Self.command("render e.grad -o link/x.svg"))
    let other = try Scratch()
    try FileManager.default.createSymbolicLink(
      at: scratch.url("link"), withDestinationURL: URL(fileURLWithPath: other.path))
    let refused = try Self.embed("a.md", in: scratch)
    #expect(refused.code == 2 && refused.errors.contains("link/x.svg: this is outside the folder"))
    #expect(try other.files().isEmpty)
    let allowed = try Self.embed("--allow-outside", "a.md", in: scratch)
    #expect(allowed.code == 0, "\(allowed.errors)")
    #expect(try other.files() == ["x.svg"])
    let document = try Self.embed("\(scratch.path)/a.md", in: other)
    #expect(document.code == 2 && document.errors.contains("a.md: this is outside the folder"))
  }

  @Test("documents that are not there, folders, text that is not UTF-8") func unreadable() throws {
    let scratch = try Self.project("")
    try Data([0x61, 0x0A, 0xFF]).write(to: scratch.url("b.md"))
    for (name, message) in [
      ("none.md", "none.md: error: there is no such file"), ("docs", "docs: error: this cannot be"),
      ("b.md", "b.md:2:1: error: this is not UTF-8 text"), ("-", "-: error: there is no such file"),
    ] {
      let outcome = try Self.embed(name, in: scratch)
      #expect(outcome.code == 2 && outcome.errors.hasPrefix(message), "\(outcome.errors)")
    }
    #expect(try Self.embed("a.md", in: scratch).output == "a.md: 0 pictures, 0 drawn anew\n")
  }

  @Test("in a DocC catalog each picture is two resources, light and dark") func catalog() throws {
    let scratch = try Self.project("")
    let catalog = "Sources/Kit.docc"
    try FileManager.default.createDirectory(
      at: scratch.url("\(catalog)/Articles"), withIntermediateDirectories: true)
    let text = "```graphgrad\na = 2\n```\n\n<!-- graphgrad render e.grad -->\n<!-- /graphgrad -->\n"
    let article = "\(catalog)/Articles/One.md"
    try Data(text.utf8).write(to: scratch.url(article))
    let outcome = try Self.embed(article, in: scratch)
    #expect(
      outcome.code == 0 && outcome.output.contains("2 pictures, 2 drawn"), "\(outcome.errors)")
    let resources = try FileManager.default.contentsOfDirectory(
      atPath: scratch.file("\(catalog)/Resources"))
    #expect(resources.sorted() == ["One-1.svg", "One-1~dark.svg", "One-2.svg", "One-2~dark.svg"])
    for (name, ground) in [("One-2.svg", "#ffffff"), ("One-2~dark.svg", "#0f141b")] {
      let svg = try String(contentsOf: scratch.url("\(catalog)/Resources/\(name)"), encoding: .utf8)
      #expect(svg.contains(".ground{fill:\(ground)}") && !svg.contains("prefers-color-scheme"))
    }
    let document = try String(contentsOf: scratch.url(article), encoding: .utf8)
    #expect(document.contains("](One-1.svg)") && document.contains("](One-2.svg)"))
    #expect(try Self.embed("--check", article, in: scratch).code == 0)
    try FileManager.default.removeItem(at: scratch.url("\(catalog)/Resources/One-1~dark.svg"))
    let stale = try Self.embed("--check", article, in: scratch)
    #expect(
      stale.code == 1 && stale.output.contains("One-1~dark.svg: there is no such picture yet"))
  }
}
