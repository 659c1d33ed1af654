public import Autograd

/// Attention and a perceptron of one hidden layer, each reading the normalised stream and adding to
/// it.
public struct TransformerBlock {
  let attention: CausalAttention
  let up: Projection
  let down: Projection

  /// Records the weights, in the scopes `attention` and `mlp`.
  ///
  /// - Parameters:
  ///   - width: how many values the stream has at a position.
  ///   - hidden: how many neurons the perceptron has.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    width: Int, heads: Int, hidden: Int, activation: Activation, initialization: Initialization,
    random: inout some RandomNumberGenerator
  ) {
    attention = Tape.scope("attention") {
      CausalAttention(
        width: width, heads: heads, initialization: initialization, random: &random)
    }
    (up, down) = Tape.scope("mlp") {
      (
        Projection(
          inputs: width, outputs: hidden, word: "neuron", symbol: "h", activation: activation,
          initialization: initialization, random: &random),
        Tape.scope("down") {
          Projection(
            inputs: hidden, outputs: width, symbol: "d", initialization: initialization,
            random: &random)
        }
      )
    }
  }

  /// The weights of the attention, then those of the perceptron.
  public var parameters: [Value] { attention.parameters + up.parameters + down.parameters }

  /// Records the stream behind the block, position by position.
  public func callAsFunction(_ stream: [[Value]]) -> [[Value]] {
    let attended = Tape.scope("attention") {
      Self.sum(stream, attention(RootMeanSquareNorm.normalized(stream)))
    }
    return Tape.scope("mlp") {
      let hidden = up(RootMeanSquareNorm.normalized(attended))
      return Self.sum(attended, Tape.scope("down") { down(hidden) })
    }
  }

  private static func sum(_ stream: [[Value]], _ added: [[Value]]) -> [[Value]] {
    Tape.scope("sum") {
      stream.indices.map { place in
        Tape.scope(Position.name(place)) {
          zip(stream[place], added[place]).map { ($0 + $1).named("x") }
        }
      }
    }
  }
}
