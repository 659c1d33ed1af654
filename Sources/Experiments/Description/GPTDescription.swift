public import NeuralNetworks

/// The sizes of a character model, as far as its texts do not say them.
public struct GPTDescription: Codable, Sendable, Equatable {
  /// How many positions a text has at the most; `nil` for as many as the longest of the data.
  public var context: Int?
  /// How many values the stream has at a position.
  public var width: Int
  /// How many heads the attention of a block has.
  public var heads: Int
  /// How many blocks there are.
  public var blocks: Int
  /// How many neurons the perceptron of a block has.
  public var hidden: Int

  /// The whole shape, for so many tokens and texts of up to `longest` positions.
  public func shape(tokens: Int, longest: Int) -> GPT.Shape {
    GPT.Shape(
      tokens: tokens, context: context ?? longest, width: width, heads: heads, blocks: blocks,
      hidden: hidden)
  }
}
