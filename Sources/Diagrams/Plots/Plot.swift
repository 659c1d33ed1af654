internal import Refusal

/// Curves, bars, areas and points against axes, as plain data.
public struct Plot: Sendable, Equatable {
  /// The panels, row by row.
  public var panels: [Panel]
  /// How many panels stand side by side.
  public var columns: Int

  /// The usual ``Panel/pitch``.
  public static let pitch = 28.0

  /// The sign that stands for a point of a series.
  public static func sign(ofSeries series: Int) -> String {
    PlotDiagram.signs[series % PlotDiagram.signs.count]
  }

  /// A plot of `panels`.
  ///
  /// - Precondition: at least one panel and one column.
  public init(_ panels: [Panel], columns: Int) {
    require(!panels.isEmpty && columns > 0, "a plot needs a panel")
    self.panels = panels
    self.columns = columns
  }

  /// A place in a panel, in the numbers of its axes.
  public struct Point: Sendable, Equatable {
    /// Along the axis that lies.
    public var x: Double
    /// Along the axis that stands.
    public var y: Double

    /// A place.
    public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// Two axes and what is drawn between them.
  public struct Panel: Sendable, Equatable {
    /// What is written above.
    public var title: String
    /// The axis that lies.
    public var x: PlotAxis
    /// The axis that stands.
    public var y: PlotAxis
    /// What is drawn, the lowest first.
    public var marks: [Mark]
    /// Whether a number along one axis is as long as along the other.
    public var isEqual = false
    /// From name to name where both axes are names, in points.
    public var pitch = Plot.pitch

    /// A panel.
    public init(title: String, x: PlotAxis, y: PlotAxis, marks: [Mark], isEqual: Bool = false) {
      (self.title, self.x, self.y, self.marks) = (title, x, y, marks)
      self.isEqual = isEqual
    }
  }

  /// How a line is drawn.
  public enum Dash: String, Sendable { case solid, dashed }

  /// Something drawn in a panel. Series count from 0; each has a colour and, as a second sign, a
  /// dash or a shape.
  public enum Mark: Sendable, Equatable {
    /// A line from point to point, broken at points that are not finite, with words at its end; in the
    /// dash of its series unless another is named.
    case line([Point], series: Int, label: String, dash: Dash? = nil)
    /// A thin line along which something is the same.
    case level([Point])
    /// A line between two areas.
    case border([Point])
    /// Words above the panel, with a thin line from there down to a point.
    case flag(String, at: Point, series: Int)
    /// A sign at each point.
    case points([Point], series: Int)
    /// A cross at each point.
    case crosses([Point])
    /// A rectangle in a series' colour, pale or full.
    case area(from: Point, to: Point, series: Int, isPale: Bool)
    /// A square about a point with sides of so many points: filled blue where positive, open orange
    /// where negative.
    case square(at: Point, side: Double, isPositive: Bool)
    /// Words in the middle of a point.
    case words(String, at: Point)
  }
}
