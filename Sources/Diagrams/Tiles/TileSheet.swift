public import GraphModel
internal import Refusal

/// Small pictures side by side, each with its words below, as plain data: kernels of filters, or
/// examples with the answers of a network.
public struct TileSheet: Sendable, Equatable {
  /// The parts of the sheet, one below the other.
  public var sections: [Section]

  /// A sheet of `sections`.
  ///
  /// - Precondition: at least one section.
  public init(_ sections: [Section]) {
    require(!sections.isEmpty, "a sheet needs a section")
    self.sections = sections
  }

  /// What the colours of cells mean.
  public enum Scale: Sendable, Equatable {
    /// Blue above 0 and orange below, stronger the larger; `largest` has the full colour. Cells below
    /// 0 have a minus, alone or before their number.
    case signed(largest: Double)
    /// From the ground for the first number to ink for the second.
    case grey(from: Double, to: Double)
    /// Blue, the stronger the nearer to 1; cells of exactly 0 are left empty.
    case share
  }

  /// Tiles of one scale.
  public struct Section: Sendable, Equatable {
    /// What is written above.
    public var title: String
    /// What the colours of its cells mean.
    public var scale: Scale
    /// Whether the number is written in each cell.
    public var hasNumbers: Bool
    /// What stands side by side, row by row.
    public var tiles: [Tile]

    /// A part of a sheet.
    public init(title: String, scale: Scale, hasNumbers: Bool, tiles: [Tile]) {
      (self.title, self.scale, self.hasNumbers, self.tiles) = (title, scale, hasNumbers, tiles)
    }
  }

  /// A picture, or several that belong together, with words.
  public struct Tile: Sendable, Equatable {
    /// What is written above.
    public var heading: String
    /// The pictures.
    public var grids: [Grid]
    /// What is written below, line by line.
    public var lines: [String]
    /// What is said of the neuron that the tile shows, with what is to stand behind the word.
    public var verdict: Verdict?
    /// What stands behind the word of the verdict, such as ` since step 10`.
    public var verdictNote = ""
    /// Whether the tile has a frame that says: look here.
    public var isMarked = false

    /// A tile.
    public init(heading: String, grids: [Grid], lines: [String]) {
      (self.heading, self.grids, self.lines) = (heading, grids, lines)
    }
  }

  /// A picture of cells.
  public struct Grid: Sendable, Equatable {
    /// What is written above it; may be empty.
    public var label: String
    /// The numbers, row by row.
    public var rows: [[Double]]
    /// What each cell is called in words, row by row.
    public var names: [[String]]
    /// What is written in each cell that is not 0, row by row; `nil` for what the scale says.
    public var marks: [[String]]?

    /// A picture.
    ///
    /// - Precondition: as many names, and marks if any, as numbers.
    public init(
      label: String = "", rows: [[Double]], names: [[String]], marks: [[String]]? = nil
    ) {
      require(
        rows.map(\.count) == names.map(\.count)
          && marks.map { $0.map(\.count) == rows.map(\.count) } ?? true,
        "each cell has a number, a name and a mark")
      (self.label, self.rows, self.names, self.marks) = (label, rows, names, marks)
    }
  }
}
