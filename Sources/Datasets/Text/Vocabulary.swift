/// The tokens that texts are made of: one for the start and the end of a text, and their characters.
public struct Vocabulary: Sendable, Equatable {
  /// What each token looks like; the first one is ``boundary``.
  public let tokens: [String]
  private let numbers: [Character: Int]

  /// How the start and the end of a text are shown. The token is known by its number, 0, so a text
  /// may have this character too.
  public static let boundary = "·"

  /// A character that no text of the vocabulary has.
  public struct UnknownCharacter: Error, Equatable, Sendable {
    /// The character.
    public let character: Character

    /// A character that was not known.
    public init(character: Character) { self.character = character }
  }

  /// The characters of `texts`, in the order of their code points.
  public init(of texts: [String]) {
    self.init(tokens: [Self.boundary] + Set(texts.joined()).sorted().map(String.init))
  }

  /// Tokens as they are, the boundary first.
  public init(tokens: [String]) {
    self.tokens = tokens
    numbers = Dictionary(
      tokens.enumerated().dropFirst().compactMap { number, token in
        token.first.map { ($0, number) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The numbers of a text's characters.
  public func encode(_ text: String) throws(UnknownCharacter) -> [Int] {
    var encoded: [Int] = []
    for character in text {
      guard let number = numbers[character] else {
        throw UnknownCharacter(character: character)
      }
      encoded.append(number)
    }
    return encoded
  }

  /// The text of tokens, without boundaries.
  public func decode(_ numbers: [Int]) -> String {
    numbers.filter { $0 != 0 }.map { tokens[$0] }.joined()
  }

  /// A text to learn from: at each position the token that stands there, from the boundary on, and
  /// the one that comes next, up to the boundary.
  public func example(of text: String) throws(UnknownCharacter) -> Example {
    let numbers = try encode(text)
    return Example(
      inputs: ([0] + numbers).map(Double.init), target: .tokens(numbers + [0]), name: text)
  }
}
