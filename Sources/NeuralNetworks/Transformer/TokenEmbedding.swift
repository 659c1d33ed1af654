public import Autograd

/// What a token and its position put into the stream: a row of numbers for each, added up.
///
/// A token comes in as zeros and a one, so that one program does for all texts of a length.
public struct TokenEmbedding {
  let tokens: Projection
  /// Of each unit a number for each position.
  let positions: [[Value]]

  /// Records the numbers, in the scopes `token` and `position`.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    tokens count: Int, context: Int, width: Int, initialization: Initialization,
    random: inout some RandomNumberGenerator
  ) {
    tokens = Tape.scope("token") {
      Projection(
        inputs: count, outputs: width, symbol: "e", initialization: initialization,
        random: &random)
    }
    positions = Tape.scope("position") {
      (1...width).map { unit in
        Tape.scope("unit\(unit)") {
          (1...context).map { position in
            .parameter(
              initialization.weight(inputs: context, outputs: width, random: &random),
              named: "p\(position)")
          }
        }
      }
    }
  }

  /// The numbers of the tokens, unit by unit, then those of the positions.
  public var parameters: [Value] { tokens.parameters + positions.flatMap(\.self) }

  /// Records the normalised stream at each position.
  ///
  /// - Parameter text: at each position a 1 for its token and zeros for the others.
  public func callAsFunction(_ text: [[Value]]) -> [[Value]] {
    let embedded = Tape.scope("token") { tokens(text) }
    let stream = Tape.scope("sum") {
      embedded.enumerated().map { place, units in
        Tape.scope(Position.name(place)) {
          units.indices.map { (units[$0] + positions[$0][place]).named("x") }
        }
      }
    }
    return RootMeanSquareNorm.normalized(stream)
  }
}
