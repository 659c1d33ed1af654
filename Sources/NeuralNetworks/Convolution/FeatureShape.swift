/// The shape of a picture, or of the feature maps that a convolution makes of it.
///
/// Its values stand in one list: channel by channel, in a channel row by row, in a row column by
/// column. So a layer that reads a plain list reads feature maps as they are, and flattening costs
/// nothing.
public struct FeatureShape: Codable, Sendable, Equatable {
  /// How many pictures lie on top of each other: 1 for grey, 3 for colours, else feature maps.
  public var channels: Int
  /// The height.
  public var rows: Int
  /// The width.
  public var columns: Int

  /// A shape.
  public init(channels: Int = 1, rows: Int, columns: Int) {
    self.channels = channels
    self.rows = rows
    self.columns = columns
  }

  /// How many values there are.
  public var count: Int { channels * rows * columns }

  /// The place of a value in the list; everything counts from 0.
  public func index(channel: Int, row: Int, column: Int) -> Int {
    (channel * rows + row) * columns + column
  }

  /// The places of the values that a square window covers, channel by channel and row by row.
  ///
  /// - Parameters:
  ///   - row: the window's first row.
  ///   - column: its first column.
  func window(size: Int, row: Int, column: Int, channels: Range<Int>) -> [Int] {
    channels.flatMap { channel in
      (row..<row + size).flatMap { row in
        (column..<column + size).map { index(channel: channel, row: row, column: $0) }
      }
    }
  }
}
