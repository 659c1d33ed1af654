/// A line of a shell cut into its words: blanks part them, `'…'` and `"…"` hold them together, and a
/// backslash takes the next character as it is, between double quotes only `"` and `\`. Nothing else
/// is special.
public enum CommandWords {
  /// A quote that is never closed.
  public struct UnclosedQuote: Error, Equatable, Sendable {
    /// `'` or `"`.
    public let quote: Character
  }

  /// The words of a line.
  public static func split(_ text: String) throws(UnclosedQuote) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        let isKept = quote == "\"" && character != "\"" && character != "\\"
        word = (word ?? "") + (isKept ? "\\" : "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let quote { throw UnclosedQuote(quote: quote) }
    return words + (word.map { [$0] } ?? [])
  }
}
