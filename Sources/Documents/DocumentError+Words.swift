extension DocumentError {
  package var words: String {
    switch problem {
    case .notUTF8: "this is not UTF-8 text"
    case .nested(let line):
      "this begins inside the picture of line \(line), which has to end before with "
        + "<!-- /graphgrad -->"
    case .missingEnd: "this picture never ends: below it should stand <!-- /graphgrad -->"
    case .endWithoutBeginning: "this ends a picture, but none was begun"
    case .textAfterComment: "nothing should follow --> on this line"
    case .unclosedComment: "this comment never ends: it lacks -->"
    case .unclosedBlock: "this block never ends"
    case .noCommand:
      "this should say what to draw, such as <!-- graphgrad render points.yaml --example 3 -->, or "
        + "stand below a block that begins with ```graphgrad"
    case .unclosedQuote(let quote): "a \(quote) is never closed"
    }
  }
}

extension DocumentError: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { "line \(line), column \(column): \(words)" }
}
