import Foundation
import Testing

@Suite("Sizes and grounds of pictures") struct PictureOptionTests {
  private static func render(_ name: String, _ arguments: String...) throws -> Data {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      Tool.path,
      ["render", "-e", "a=2; b=-3; L = tanh(a*b + 1)", "-o", scratch.file(name)] + arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Data(contentsOf: scratch.url(name))
  }

  private static func number(_ png: Data, at offset: Int) -> Int {
    png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  @Test("a PNG is as wide as was asked for, to the pixel", arguments: [16, 333, 800, 1601])
  func width(_ pixels: Int) throws {
    let png = try Self.render("p.png", "--width", "\(pixels)")
    #expect(Self.number(png, at: 16) == pixels)
  }

  @Test("dots per inch scale a PNG, and are told in it") func density() throws {
    let (plain, print) = (try Self.render("p.png"), try Self.render("p.png", "--dpi", "288"))
    #expect(abs(Self.number(print, at: 16) - 3 * Self.number(plain, at: 16)) <= 3)
    #expect(abs(Self.number(print, at: 20) - 3 * Self.number(plain, at: 20)) <= 3)
    // In the chunk pHYs behind the header: dots per metre.
    #expect(Self.number(plain, at: 41) == 3780 && Self.number(print, at: 41) == 11339)
  }

  @Test("a transparent ground is none: alpha in a PNG, no fill in an SVG") func transparent() throws
  {
    #expect(try Self.render("p.png")[25] == 2)
    #expect(try Self.render("p.png", "--background", "transparent")[25] == 6)
    let svg = String(
      decoding: try Self.render("p.svg", "--background", "transparent"), as: UTF8.self)
    #expect(svg.contains(".ground{fill:none}") && !svg.contains(".ground{fill:#"))
  }

  @Test("a fixed appearance has its colours alone; without one SVG follows the reader")
  func appearance() throws {
    func svg(_ arguments: String...) throws -> String {
      let scratch = try Scratch()
      _ = try Tool.run(
        Tool.path, ["render", "-e", "a=2", "-o", scratch.file("p.svg")] + arguments)
      return try String(contentsOf: scratch.url("p.svg"), encoding: .utf8)
    }
    #expect(try svg().contains("prefers-color-scheme:dark"))
    for (arguments, ground) in [
      (["--appearance", "light"], "#ffffff"), (["--appearance", "dark"], "#0f141b"),
      (["--background", "white"], "#ffffff"),
    ] {
      let text = try svg(arguments[0], arguments[1])
      #expect(!text.contains("prefers-color-scheme"))
      #expect(text.contains(".ground{fill:\(ground)}"))
      let other = ground == "#ffffff" ? "#0f141b" : "#ffffff"
      #expect(!text.contains(other))
    }
  }

  @Test("PDF has fonts and text, not outlines") func text() throws {
    let pdf = String(decoding: try Self.render("p.pdf"), as: UTF8.self)
    #expect(pdf.hasPrefix("%PDF-") && pdf.contains("/BaseFont") && pdf.contains("/ToUnicode"))
  }

  @Test(
    "wrong input is refused",
    arguments: [
      (
        ["-o", "a.svg", "--width", "10"], "--width 10: error: this is for png; svg has no pixels"
      ),
      (["-o", "a.png", "--width", "10", "--dpi", "96"], "error: give either --width or --dpi"),
      (["-o", "a.png", "--width", "0"], "--width 0: error: this picture would be 0 × 0 pixels"),
      (["-o", "a.png", "--width", "1000000"], "--width 1000000: error: this picture would be"),
      (
        ["-o", "a.png", "--dpi", "nan"], "--dpi nan: error: this picture would be nan × nan pixels"
      ),
      (["-o", "a.png", "--dpi=-5"], "--dpi -5.0: error: this picture would be"),
      (
        ["-o", "a.json", "--appearance", "dark"],
        "--appearance dark: error: this is for pictures, not json"
      ),
      (
        ["-o", "a.svg", "--background", "white", "--appearance", "dark"],
        "--background white: error: this and --appearance dark do not go together"
      ),
      (["-o", "a.svg", "--appearance", "blue"], "Error: The value 'blue' is invalid"),
    ])
  func wrongInput(_ arguments: [String], _ message: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(Tool.path, ["render", "-e", "a=1"] + arguments, in: scratch.path)
    #expect(outcome.code == 2 && outcome.errors.hasPrefix(message), "\(outcome.errors)")
    #expect(try scratch.files().isEmpty)
  }
}
