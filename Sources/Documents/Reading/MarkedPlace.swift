/// A place of a document at which a picture is to stand.
public struct MarkedPlace: Sendable, Equatable {
  /// What is to be drawn.
  public enum Content: Sendable, Equatable {
    /// What a comment says behind `graphgrad`: a command with its arguments.
    case command(String)
    /// What a fenced block holds, and the options behind its first word.
    case expression(String, options: String)
  }

  /// What is to be drawn.
  public let content: Content
  /// The line of the comment or of the block's first line, counted from 1.
  public let line: Int
  /// In characters, counted from 1.
  public let column: Int
  /// The first line, counted from 1, of what is there now.
  public let contentLine: Int

  /// The bytes that the picture takes the place of.
  let range: Range<Int>
  /// Whether the document has the comments around it already.
  let hasMarkers: Bool
  /// Before each line that is written.
  public let indentation: String
  /// How the lines around it end.
  let lineEnd: [UInt8]
}
