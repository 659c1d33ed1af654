internal import Autograd

/// Values divided by the root of their mean square: Zhang and Sennrich 2019, "Root mean square layer
/// normalization", without a gain.
enum RootMeanSquareNorm {
  /// Added to the mean square, so that zeros stay zeros.
  static let epsilon = 1e-5

  /// Records the values at each position, scaled, in scopes such as `norm/position2`.
  static func normalized(_ positions: [[Value]]) -> [[Value]] {
    Tape.scope("norm") {
      positions.enumerated().map { place, values in
        Tape.scope(Position.name(place)) {
          let meanSquare = values.map { $0 * $0 }.sum() * (1 / Double(values.count))
          let scale = (meanSquare + epsilon).power(-0.5).named("scale")
          return values.map { $0 * scale }
        }
      }
    }
  }
}
