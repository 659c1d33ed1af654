/// The colours and sizes of a drawing. Lengths are points; in SVG a point is drawn as one CSS pixel.
public struct Theme: Sendable {
  /// How a kind of box looks.
  public struct Style: Sendable {
    /// Inside the outline.
    public var fill: Color
    /// The outline.
    public var stroke: Color
  }

  /// Font families, the first that is there being taken.
  public var fonts = "Helvetica,Arial,sans-serif"
  /// The size of names and numbers, in points.
  public var fontSize = 12.0
  /// The size of the words beside the numbers, in points.
  public var smallFontSize = 10.0
  /// What everything is drawn on.
  public var ground = Color("#ffffff", dark: "#0f141b")
  /// Names and numbers.
  public var ink = Color("#1f2937", dark: "#e6eaf0")
  /// Words beside the numbers, and numbers that are exactly 0.
  public var faint = Color("#59626f", dark: "#98a3b3")
  /// Edges.
  public var edge = Color("#64748b", dark: "#8290a5")
  /// Lines along which nothing comes back.
  public var offEdge = Color("#a8b0bc", dark: "#556172")
  /// A number from outside.
  public var input = Style(
    fill: Color("#e8eef5", dark: "#1d2836"), stroke: Color("#64748a", dark: "#8290a6"))
  /// A number that training changes.
  public var parameter = Style(
    fill: Color("#f1ecfa", dark: "#2a2340"), stroke: Color("#7a66ad", dark: "#a590dc"))
  /// A computed value.
  public var intermediate = Style(
    fill: Color("#fefefe", dark: "#161c25"), stroke: Color("#8b95a5", dark: "#66728a"))
  /// A scope that is drawn as one box.
  public var group = Style(
    fill: Color("#eef6f4", dark: "#16282a"), stroke: Color("#4f7f79", dark: "#6fa8a1"))
  /// The value that gradients are those of.
  public var root = Style(
    fill: Color("#fdf1c9", dark: "#3b2f0d"), stroke: Color("#b45309", dark: "#f0a43c"))
  /// A value that is not finite.
  public var alarm = Style(
    fill: Color("#fde3e3", dark: "#471a1e"), stroke: Color("#b91c1c", dark: "#ff8080"))
  /// What adds, and outputs above 0. Blue and orange, which few confuse.
  public var positive = Color("#1d6fb8", dark: "#58a6ec")
  /// What subtracts, and outputs below 0.
  public var negative = Color("#c2571a", dark: "#f0955a")
  /// The filled part of a bar.
  public var bar = Color("#4b5563", dark: "#aeb9c8")
  /// The rest of a bar.
  public var track = Color("#d9dee5", dark: "#333e4d")
  /// The area of a scope.
  public var scope = Style(
    fill: Color("#f8fafc", dark: "#121922"), stroke: Color("#d5dbe3", dark: "#2b3645"))

  /// Whether nothing is drawn below the drawing, so that it stands on the page's own ground.
  public var isTransparent = false

  /// The fills of boxes of outputs above 0, then of those below, the larger the stronger.
  var shadeFills = [
    Color("#f2f7fc", dark: "#152029"), Color("#e5f0fa", dark: "#172632"),
    Color("#d8e9f7", dark: "#192c40"), Color("#cbe1f5", dark: "#1d344e"),
    Color("#fef6f1", dark: "#251c16"), Color("#fcece1", dark: "#2f2117"),
    Color("#fae2d2", dark: "#382517"), Color("#f7d8c3", dark: "#422a18"),
  ]

  /// The boxes of outputs above 0 (`p`) and below (`n`), the larger the stronger.
  static let shadeNames = ["p1", "p2", "p3", "p4", "n1", "n2", "n3", "n4"]

  func shade(_ name: String) -> Style? {
    guard let place = Self.shadeNames.firstIndex(of: name) else { return nil }
    return Style(fill: shadeFills[place], stroke: place < 4 ? positive : negative)
  }

  /// The shade of a share of examples: from the ground, for none, to the full colour.
  func timeline(_ shade: Int) -> Color {
    if shade == 0 { return ground }
    return mixed(ground, positive, 0.12 + 0.88 * Double(shade) / Double(TimelineRun.shades))
  }

  /// A colour between two, in light and in dark: the first at 0, the second at 1.
  func mixed(_ first: Color, _ second: Color, _ share: Double) -> Color {
    Color(
      Self.mix(first.light, second.light, share), dark: Self.mix(first.dark, second.dark, share))
  }

  private static func mix(_ first: String, _ second: String, _ share: Double) -> String {
    let (a, b) = (channels(first), channels(second))
    let mixed = zip(a, b).map { Int(($0 + ($1 - $0) * share).rounded()) }
    return "#" + mixed.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func channels(_ color: String) -> [Double] {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { Double(value >> $0 & 255) }
  }

  /// Fill and outline for a style sheet.
  func box(_ style: Style, _ tone: KeyPath<Color, String>) -> String {
    "fill:\(style.fill[keyPath: tone]);stroke:\(style.stroke[keyPath: tone])"
  }

  /// A size for a style sheet.
  func points(_ size: Double) -> String { "\(Int(size))px" }

  /// The look of the project.
  public static let standard = Theme()
}
