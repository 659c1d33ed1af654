internal import Refusal

extension Dataset {
  /// Texts to learn to continue, character by character: an input for each position of the longest,
  /// which holds the number of its token, and as classes the tokens of a ``Vocabulary``.
  ///
  /// A text of n characters has n + 1 positions: at the first it is to be told how a text begins, at
  /// the last that it ends.
  public static func texts(_ texts: [String]) -> Dataset {
    let vocabulary = Vocabulary(of: texts)
    let examples = texts.map { text in
      do { return try vocabulary.example(of: text) } catch {
        refuse("a vocabulary has all characters of its texts")
      }
    }
    let longest = examples.map(\.inputs.count).max() ?? 0
    return Dataset(
      inputNames: positionNames(longest), classNames: vocabulary.tokens, examples: examples)
  }

  /// Whether the examples are texts.
  public var areTexts: Bool {
    if case .tokens = examples.first?.target { true } else { false }
  }

  /// What the positions of a text are called.
  public static func positionNames(_ count: Int) -> [String] {
    (0..<count).map { "position \($0 + 1)" }
  }
}
