import Documents
import Testing

@Suite("What a picture says") struct ContentTests {
  private static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" class="g" width="10" height="20" aria-label="a &lt; &quot;b&quot;">
    <style>.g{fill:red}</style>
    <g id="n1" class="node"><title>x, data 0.30000000000000004</title><path d="M1,2"/>\
    <text class="d" x="1" y="2">0.3</text><rect class="bar" width="3.5" x="1"/></g>
    </svg>
    """

  private static func content(_ changes: (String, String)...) -> PictureContent {
    var text = picture
    for (old, new) in changes {
      precondition(text.contains(old))
      text = text.replacing(old, with: new)
    }
    return PictureContent(Array(text.utf8))
  }

  @Test("places, sizes and last digits do not count") func places() {
    let same = Self.content(
      ("d=\"M1,2\"", "d=\"M3,4C5\""), ("x=\"1\" y=\"2\"", "x=\"7.5\" y=\"8\""),
      ("width=\"10\" height=\"20\"", "width=\"11\" height=\"22\""),
      ("0.30000000000000004", "0.3000000000000001"))
    #expect(same == Self.content())
  }

  @Test(
    "words, names, classes, styles and numbers do",
    arguments: [
      (">0.3<", ">0.4<"), ("n1", "n2"), ("class=\"node\"", "class=\"node off\""), ("red", "blue"),
      ("0.30000000000000004", "0.3000001"), ("a &lt;", "b &lt;"), ("width=\"3.5\"", "width=\"4\""),
      ("<path d=\"M1,2\"/>", ""),
    ])
  func changes(_ old: String, _ new: String) {
    let other = Self.content((old, new))
    #expect(other != Self.content())
    let (gone, added) = other.difference(from: Self.content())
    #expect(!gone.isEmpty || !added.isEmpty)
  }

  @Test("a picture's words for those who do not see it") func description() {
    #expect(PictureContent.description(of: Array(Self.picture.utf8)) == "a < \"b\"")
    #expect(PictureContent.description(of: []) == nil)
  }
}
