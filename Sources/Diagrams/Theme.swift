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
  /// The value that gradients are those of.
  public var root = Style(
    fill: Color("#fdf1c9", dark: "#3b2f0d"), stroke: Color("#b45309", dark: "#f0a43c"))
  /// A value that is not finite.
  public var alarm = Style(
    fill: Color("#fde3e3", dark: "#471a1e"), stroke: Color("#b91c1c", dark: "#ff8080"))
  /// The area of a scope.
  public var scope = Style(
    fill: Color("#f8fafc", dark: "#121922"), stroke: Color("#d5dbe3", dark: "#2b3645"))

  /// The look of the project.
  public static let standard = Theme()
}
