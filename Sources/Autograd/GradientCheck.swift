/// A comparison of every gradient of a program with a central difference.
///
/// For each value the program is replayed with that value moved a little, everything before it
/// kept: so intermediate values are checked like leaves.
public struct GradientCheck: Sendable {
  /// One value's gradient beside its measured derivative.
  public struct Comparison: Sendable {
    /// The place of the value in what was checked.
    public let position: Int
    /// What the reverse pass says.
    public let gradient: Double
    /// What central differences say.
    public let difference: Double

    /// How far the two are apart, relative to the larger where that is above 1.
    public var error: Double {
      abs(gradient - difference) / max(1, abs(gradient), abs(difference))
    }
  }

  /// The gradients that could be compared.
  public private(set) var comparisons: [Comparison] = []
  /// The places of values at a kink, such as relu at 0, where there is no derivative to compare.
  public private(set) var kinks: [Int] = []
  /// The places of values with a gradient or difference that is not finite.
  public private(set) var nonFinite: [Int] = []

  /// The comparison with the largest error.
  public var worst: Comparison? { comparisons.max { $0.error < $1.error } }

  /// Compares gradients with differences of `function` of any place and value.
  ///
  /// - Parameters:
  ///   - places: what to check, with the value and the gradient at each.
  ///   - function: the root's value when the one at a place is replaced.
  public init(
    _ places: [(position: Int, value: Double, gradient: Double)],
    of function: (_ position: Int, _ value: Double) -> Double
  ) {
    for (position, value, gradient) in places {
      let measured = CentralDifference(at: value) { function(position, $0) }
      if !gradient.isFinite || !measured.derivative.isFinite {
        nonFinite.append(position)
      } else if measured.isKink {
        kinks.append(position)
      } else {
        comparisons.append(
          Comparison(
            position: position, gradient: gradient, difference: measured.derivative))
      }
    }
  }

  /// At most `limit` of the numbers from 0 to below `count`, spread evenly.
  public static func sample(of count: Int, limit: Int) -> [Int] {
    let step = count <= limit ? 1 : (count + max(1, limit) - 1) / max(1, limit)
    return Array(stride(from: 0, to: count, by: step))
  }

  /// Checks the gradients that `replay` holds after a forward and a backward pass.
  ///
  /// - Parameter limit: at most so many values are checked, spread evenly; the cost grows with
  ///   this number times the size of the program.
  public init(_ replay: Replay, limit: Int = .max) {
    let program = replay.program
    // The root's own gradient is 1 whatever the derivatives are.
    let wanted = (0..<program.root).filter {
      ![.constant, .argument].contains(program.instructions[$0].op)
    }
    let places = Self.sample(of: wanted.count, limit: limit).map { index in
      let position = wanted[index]
      return (position, replay.data[position], replay.gradients[position])
    }
    var moved = replay
    self.init(places) { position, value in
      let original = moved.data[position]
      moved.data[position] = value
      moved.forward(clamping: position)
      moved.data[position] = original
      return moved.data[program.root]
    }
  }
}
