import GraphModel
import Testing

@testable import Diagrams

@Suite("Words and numbers in drawings") struct TextTests {
  @Test(
    "numbers line up and do not mislead",
    arguments: [
      (0, "0"), (-0.0, "−0"), (1, "1.0000"), (-0.5, "−0.5000"), (645.57725947, "645.5773"),
      (0.001, "0.0010"), (0.00099, "9.900e−4"), (1e-9, "1.000e−9"), (-1e-300, "−1.000e−300"),
      (9_999.99, "9999.9900"), (12_345.678, "12345.678"), (999_999.4, "999999.40"),
      (999_999.6, "1.000e6"), (1e22, "1.000e22"), (.nan, "nan"), (-.nan, "nan"),
      (.infinity, "inf"), (-.infinity, "−inf"), (.leastNonzeroMagnitude, "4.941e−324"),
    ] as [(Double, String)])
  func numbers(_ number: Double, _ text: String) {
    #expect(NumberFormat.text(for: number) == text)
    #expect(NumberFormat.text(for: number).count <= NumberFormat.widest.count)
  }

  @Test("only exact zero is written 0") func zero() {
    for exponent in -320..<300 {
      let number = Double("1e\(exponent)") ?? 1
      #expect(NumberFormat.text(for: number) != "0" || number == 0)
    }
  }

  @Test("constants are written as the user would") func constants() {
    #expect(NumberFormat.constant(2) == "2" && NumberFormat.constant(-1) == "−1")
    #expect(NumberFormat.constant(0.0125) == "0.0125")
    #expect(NumberFormat.constant(1e-9) == "1e−9" && NumberFormat.constant(-0.5) == "−0.5")
    #expect(NumberFormat.constant(.pi) == "3.1416" && NumberFormat.constant(.nan) == "nan")
  }

  @Test(
    "nasty names stay text",
    arguments: [
      ("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;"), ("two\nlines", "two lines"),
      ("🙂 β₁", "🙂 β₁"), ("\u{1}\u{7F}", "\u{FFFD}\u{FFFD}"), ("]]>", "]]&gt;"),
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("\\N", "\\N"),
    ])
  func names(_ name: String, _ escaped: String) {
    #expect(Escaping.markup(name) == escaped)
  }

  @Test("DOT strings quote quotes and backslashes and nothing else") func quoting() {
    #expect(Escaping.quoted("a\"b\\c\nd") == "\"a\\\"b\\\\c d\"")
    #expect(Escaping.quoted("a:b -> c;{}") == "\"a:b -> c;{}\"")
  }

  @Test(
    "a backslash is none of libgvc's signs, in any label",
    arguments: ["\\Gamma", "\\Eta", "C:\\New", "\\", "\\\\"])
  func backslashes(_ name: String) {
    #expect(Escaping.label(name) == name.replacing("\\", with: "\\\\"))
  }

  @Test(
    "a name in which nothing can be seen stands in quotes",
    arguments: [
      ("", "“”"), ("  ", "“  ”"), ("\u{200B}", "“\u{200B}”"), ("\u{202E}", "“\u{202E}”"),
      ("\u{1}", "\u{1}"), ("a ", "a "), ("🎉", "🎉"), ("ابجد", "ابجد"),
    ])
  func invisible(_ name: String, _ shown: String) {
    #expect(Escaping.name(name) == shown)
    #expect(Wording.spaced(name) == shown)
  }

  @Test("no character is as high as a tower of marks") func marks() {
    let tower = "e" + String(repeating: "\u{301}", count: 3_000)
    #expect(Escaping.shortened(tower, to: 10).unicodeScalars.count < 20)
    let family = "👩🏽‍👩🏽‍👧🏽‍👦🏽"
    #expect(Escaping.shortened(family, to: 10) == family)
  }

  @Test("long names keep both ends") func shortening() {
    #expect(Escaping.shortened("abcdefghij", to: 10) == "abcdefghij")
    #expect(Escaping.shortened("abcdefghijk", to: 7) == "abcd…jk")
  }

  @Test("scopes read as words") func scopes() {
    #expect(Wording.scope(["layer1", "neuron12"]) == "layer 1 · neuron 12")
    #expect(Wording.spaced("42") == "42" && Wording.spaced("loss") == "loss")
  }
}
