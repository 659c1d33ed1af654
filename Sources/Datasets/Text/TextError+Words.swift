extension TextError {
  package var words: String {
    switch self {
    case .notUTF8: "this line is not UTF-8 text"
    case .noTexts: "there is no text in this file; it should have one on each line"
    }
  }
}

extension TextError: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { words }
}
