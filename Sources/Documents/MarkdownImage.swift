/// An image as Markdown writes it.
public enum MarkdownImage {
  /// `![words](path)`, on one line, with nothing in the words that Markdown would read as its own.
  public static func text(_ words: String, path: String) -> String {
    let special: Set<Character> = ["\\", "[", "]", "*", "_", "`", "<", "&", "~", "$"]
    let plain = words.map { character in
      character.isNewline ? " " : special.contains(character) ? "\\\(character)" : "\(character)"
    }
    return "![\(plain.joined())](\(address(path)))"
  }

  /// A path as an address: bytes that mean something to Markdown or in addresses as `%` and two
  /// digits.
  static func address(_ path: String) -> String {
    path.map { character in
      guard character.isASCII, !character.isLetter, !character.isNumber,
        !"-._~/".contains(character)
      else { return String(character) }
      return character.utf8.map { byte in
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
    }.joined()
  }

  /// The way from a document's folder to a file, both as whole paths.
  public static func path(from folder: String, to file: String) -> String {
    let (from, to) = (folder.split(separator: "/"), file.split(separator: "/"))
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - shared)
    return (up + to.dropFirst(shared).map(String.init)).joined(separator: "/")
  }
}
