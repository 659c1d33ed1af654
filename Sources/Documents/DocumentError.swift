/// Why the places of a document cannot be found.
public struct DocumentError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The text is not UTF-8.
    case notUTF8
    /// A comment that begins a picture stands inside another picture, begun on a line.
    case nested(inside: Int)
    /// A picture that never ends.
    case missingEnd
    /// An end of a picture that was not begun.
    case endWithoutBeginning
    /// Something follows a comment on its line.
    case textAfterComment
    /// A comment that never ends.
    case unclosedComment
    /// A block that never ends.
    case unclosedBlock
    /// A comment that says nothing, though no block stands above it.
    case noCommand
    /// A quote that is never closed.
    case unclosedQuote(Character)
  }

  /// The line, counted from 1.
  public let line: Int
  /// In characters, counted from 1.
  public let column: Int
  /// What is wrong.
  public let problem: Problem
}
