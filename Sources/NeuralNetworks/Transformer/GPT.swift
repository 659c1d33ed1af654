public import Autograd
internal import Randomness
internal import Refusal

/// A character model that says at each position what comes next: a transformer in the manner of
/// Radford et al. 2019 as Karpathy's microgpt (2026) has it, with root-mean-square norms, ReLU and no
/// biases.
///
///     let model = GPT(GPT.Shape(tokens: 27, context: 8), random: &random)
///     let logits = model(oneHot)   // as many values as it was given: 27 for each position
public struct GPT: Module {
  /// Its sizes.
  public let shape: Shape
  let embedding: TokenEmbedding
  let blocks: [TransformerBlock]
  let output: Projection

  /// Records the weights, in scopes such as `embedding/token/unit1`,
  /// `block1/attention/head2/query/unit1`, `block1/mlp/neuron12` and `output/e`.
  ///
  /// - Parameter tokens: what the tokens are called; without names, or with one that no scope can
  ///   have, by their numbers.
  /// - Precondition: ``Shape/mistake`` is `nil`, and there are no names or one for each token.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    _ shape: Shape, tokens names: [String] = [], activation: Activation = .relu,
    initialization: Initialization = Initialization(.normal(deviation: 0.08)),
    random: inout some RandomNumberGenerator
  ) {
    require(shape.mistake == nil, "a model of \(shape.mistake ?? "") cannot be made")
    require(
      names.isEmpty || names.count == shape.tokens,
      "\(names.count) names do not name \(shape.tokens) tokens")
    self.shape = shape
    embedding = Tape.scope("embedding") {
      TokenEmbedding(
        tokens: shape.tokens, context: shape.context, width: shape.width,
        initialization: initialization, random: &random)
    }
    blocks = (1...shape.blocks).map { number in
      Tape.scope("block\(number)") {
        TransformerBlock(
          width: shape.width, heads: shape.heads, hidden: shape.hidden, activation: activation,
          initialization: initialization, random: &random)
      }
    }
    output = Tape.scope("output") {
      Projection(
        inputs: shape.width, scopes: Self.scopes(names, shape.tokens), symbol: "logit",
        initialization: initialization, random: &random)
    }
  }

  private static func scopes(_ names: [String], _ count: Int) -> [String] {
    let areFit = Set(names).count == count && !names.contains { $0.isEmpty || $0.contains("/") }
    return areFit ? names : (1...count).map { "token\($0)" }
  }

  /// The weights: embedding, blocks, output.
  public var parameters: [Value] {
    embedding.parameters + blocks.flatMap(\.parameters) + output.parameters
  }

  /// Records a logit for each token at each position, position by position.
  ///
  /// - Parameter text: at each position a 1 for its token and zeros for the others.
  /// - Precondition: a whole number of positions, no more than the context.
  public func callAsFunction(_ text: [Value]) -> [Value] {
    let count = text.count / shape.tokens
    require(
      text.count == count * shape.tokens && (1...shape.context).contains(count),
      "\(text.count) values are not 1 to \(shape.context) positions of \(shape.tokens) tokens")
    let positions = (0..<count).map { place in
      Array(text[place * shape.tokens..<(place + 1) * shape.tokens])
    }
    let embedded = Tape.scope("embedding") { embedding(positions) }
    let stream = blocks.enumerated().reduce(embedded) { stream, block in
      Tape.scope("block\(block.offset + 1)") { block.element(stream) }
    }
    return Tape.scope("output") { output(stream) }.flatMap(\.self)
  }
}
