extension GPT {
  /// The sizes of a model.
  public struct Shape: Codable, Sendable, Equatable {
    /// How many tokens there are: characters, and one for the start and the end of a text.
    public var tokens: Int
    /// How many positions a text has at the most.
    public var context: Int
    /// How many values the stream has at a position.
    public var width: Int
    /// How many heads the attention of a block has; they share the width.
    public var heads: Int
    /// How many blocks there are.
    public var blocks: Int
    /// How many neurons the perceptron of a block has.
    public var hidden: Int

    /// A shape; without more said that of microgpt.
    public init(
      tokens: Int, context: Int, width: Int = 16, heads: Int = 4, blocks: Int = 1,
      hidden: Int? = nil
    ) {
      self.tokens = tokens
      self.context = context
      self.width = width
      self.heads = heads
      self.blocks = blocks
      self.hidden = hidden ?? 4 * width
    }

    /// What does not fit together, in words; `nil` if everything does.
    public var mistake: String? {
      let sizes = [tokens, context, width, heads, blocks, hidden]
      if !sizes.allSatisfy((1...100_000).contains) { return "a size that is not 1 to 100000" }
      return width % heads == 0 ? nil : "\(heads) heads that cannot share a width of \(width)"
    }

    /// How many weights there are.
    public var parameterCount: Int {
      (2 * tokens + context) * width + blocks * (4 * width + 2 * hidden) * width
    }

    /// About how many values the program of a text of so many positions has beside the weights.
    public func valueCount(positions: Int) -> Double {
      let (width, count) = (Double(width), Double(positions))
      let sums = 2 * (Double(parameterCount) - Double(context) * width)
      let attention = Double(blocks) * (2 * width + 4 * Double(heads)) * (count + 1)
      return count * (sums + attention + Double(4 * tokens))
    }
  }
}
