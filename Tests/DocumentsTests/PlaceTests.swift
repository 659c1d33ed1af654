import Testing

@testable import Documents

@Suite("Places in documents") struct PlaceTests {
  private static func document(_ text: String) throws -> MarkedDocument {
    try MarkedDocument(Array(text.utf8))
  }

  private static func filled(_ text: String) throws -> String {
    let document = try document(text)
    let bytes = document.filled(with: document.places.indices.map { "![\($0)](p)" })
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "a picture takes the place of what is between the comments, and nothing else changes",
    arguments: [
      (
        "<!-- graphgrad a -->\n<!-- /graphgrad -->",
        "<!-- graphgrad a -->\n![0](p)\n<!-- /graphgrad -->"
      ),
      (
        "\u{FEFF}x\r\n<!--graphgrad a b-->\r\nold\r\n\r\nold\r\n<!--/graphgrad-->\r\ny\r\n",
        "\u{FEFF}x\r\n<!--graphgrad a b-->\r\n![0](p)\r\n<!--/graphgrad-->\r\ny\r\n"
      ),
      (
        "\u{FEFF}<!-- graphgrad a -->\r<!-- /graphgrad -->\rz",
        "\u{FEFF}<!-- graphgrad a -->\r![0](p)\r<!-- /graphgrad -->\rz"
      ),
      (
        "- i\n\n  <!-- graphgrad a\n   b\n  -->\n  old\n  <!-- /graphgrad -->  \n\tx",
        "- i\n\n  <!-- graphgrad a\n   b\n  -->\n  ![0](p)\n  <!-- /graphgrad -->  \n\tx"
      ),
      (
        "```graphgrad\na=1\n```\ntext",
        "```graphgrad\na=1\n```\n<!-- graphgrad -->\n![0](p)\n<!-- /graphgrad -->\ntext"
      ),
      (
        "```graphgrad\r\na=1\r\n```",
        "```graphgrad\r\na=1\r\n```\r\n<!-- graphgrad -->\r\n![0](p)\r\n<!-- /graphgrad -->"
      ),
      (
        "~~~ graphgrad --set a=2\na=1\n~~~\n\n\n<!-- graphgrad -->\n<!-- /graphgrad -->\n",
        "~~~ graphgrad --set a=2\na=1\n~~~\n\n\n<!-- graphgrad -->\n![0](p)\n<!-- /graphgrad -->\n"
      ),
      (
        "```graphgrad\na\n```\n```graphgrad\nb\n```\n# h",
        "```graphgrad\na\n```\n<!-- graphgrad -->\n![0](p)\n<!-- /graphgrad -->\n"
          + "```graphgrad\nb\n```\n<!-- graphgrad -->\n![1](p)\n<!-- /graphgrad -->\n# h"
      ),
    ])
  func filling(_ before: String, _ after: String) throws {
    #expect(try Self.filled(before) == after)
    #expect(try Self.filled(after) == after, "twice gives no difference")
  }

  @Test(
    "what only looks like a place is text",
    arguments: [
      "", "\u{FEFF}", "plain <!-- graphgrad a -->", "    <!-- graphgrad a -->",
      "\t<!-- graphgrad -->",
      "```\n<!-- graphgrad a -->\n```", "````md\n```graphgrad\na\n```\n````",
      "~~~\n```graphgrad\n~~~", "<!--\n<!-- graphgrad a -->\n", "<!-- graphgrads a -->",
      "<!-- never ends\n<!-- graphgrad", "> <!-- graphgrad a -->", "`<!-- /graphgrad -->`",
      "```graphgrads\na\n```", "``graphgrad\n``", "``` graph`grad\n",
      "    ```graphgrad\n    a\n    ```",
      "```\n<!-- graphgrad a -->",
    ])
  func text(_ text: String) throws {
    #expect(try Self.document(text).places.isEmpty)
    #expect(try Self.filled(text) == text)
  }

  @Test("a place knows what is to be drawn and where it stands") func contents() throws {
    let places = try Self.document(
      "\n  <!-- graphgrad render 'a b'\n  -o x -->\nold\n<!-- /graphgrad -->\n"
        + " ~~~~graphgrad  --set a=1 \n a = 2\n   b\n~~~\n ~~~~\n"
    ).places
    #expect(
      places.map(\.content) == [
        .command("render 'a b'\n  -o x"), .expression("a = 2\n  b\n~~~", options: "--set a=1"),
      ])
    #expect(places.map(\.line) == [2, 6] && places.map(\.column) == [3, 2])
    #expect(places.map(\.contentLine) == [4, 11])
  }

  @Test(
    "mistakes have their place",
    arguments: [
      ("a\n<!-- graphgrad x -->\n", 2, 1, DocumentError.Problem.missingEnd),
      (
        "<!-- graphgrad x -->\n  <!-- graphgrad y -->\n<!-- /graphgrad -->", 2, 3,
        .nested(inside: 1)
      ),
      ("\n\n <!-- /graphgrad -->", 3, 2, .endWithoutBeginning),
      ("<!-- graphgrad x --> y", 1, 1, .textAfterComment),
      ("<!-- graphgrad x\n", 1, 1, .unclosedComment),
      ("<!-- graphgrad -->\n<!-- /graphgrad -->", 1, 1, .noCommand),
      ("```graphgrad\na\n```\ntext\n<!-- graphgrad -->\n", 5, 1, .noCommand),
      ("a\n```graphgrad\na=1\n``", 2, 1, .unclosedBlock),
      ("<!-- graphgrad x -->\n```\n<!-- /graphgrad -->\n", 1, 1, .missingEnd),
    ])
  func mistakes(_ text: String, _ line: Int, _ column: Int, _ problem: DocumentError.Problem) {
    let expected = DocumentError(line: line, column: column, problem: problem)
    #expect(throws: expected) { try Self.document(text) }
  }

  @Test("text that is not UTF-8 is refused with its line; long odd texts are read at once")
  func hostile() throws {
    #expect(throws: DocumentError(line: 2, column: 1, problem: .notUTF8)) {
      try MarkedDocument([0x61, 0x0A, 0x62, 0xFF])
    }
    for piece in ["<!--", "<!-- x\n", "```\n", "\n", "<!-- graphgrad", "`", " "] {
      _ = try? Self.document(String(repeating: piece, count: 20_000))
    }
  }

  @Test("words of a command, as a shell parts them") func words() throws {
    #expect(try CommandWords.split("") == [] && CommandWords.split(" \n ") == [])
    #expect(
      try CommandWords.split("a  'b c'\"d e\" '' \\' \"\\\"\\a\" x\\ y $z *")
        == ["a", "b cd e", "", "'", "\"\\a", "x y", "$z", "*"])
    #expect(throws: CommandWords.UnclosedQuote(quote: "'")) { try CommandWords.split("a 'b") }
    #expect(throws: CommandWords.UnclosedQuote(quote: "\"")) { try CommandWords.split("\"a'") }
  }

  @Test("an image's words mean nothing to Markdown, its path nothing to an address") func image() {
    #expect(
      MarkdownImage.text("a [b] *c* <d> & `e`\nf\\", path: "x y/(1)%é.svg")
        == "![a \\[b\\] \\*c\\* \\<d> \\& \\`e\\` f\\\\](x%20y/%281%29%25é.svg)")
    #expect(MarkdownImage.path(from: "/a/b", to: "/a/b/c.svg") == "c.svg")
    #expect(MarkdownImage.path(from: "/a/b/d", to: "/a/c/x.svg") == "../../c/x.svg")
    #expect(MarkdownImage.path(from: "/", to: "/x.svg") == "x.svg")
  }
}
