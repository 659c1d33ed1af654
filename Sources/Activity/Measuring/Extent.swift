/// The smallest, largest and mean of numbers: of a set of examples, and of all instances of a neuron.
public struct Extent: Sendable, Equatable {
  /// The smallest; `nan` if one of them is.
  public private(set) var lowest = Double.infinity
  /// The largest; `nan` if one of them is.
  public private(set) var highest = -Double.infinity
  /// How many there are.
  public private(set) var count = 0
  private var total = 0.0

  /// The mean, summed in the order of the examples; of equal numbers the number itself, which the
  /// rounding of their sum could miss.
  public var mean: Double {
    // Adding 0 takes the sign from a zero.
    lowest == highest ? lowest + 0 : total / Double(count)
  }

  mutating func add(_ number: Double) {
    lowest = number.isNaN ? number : min(lowest, number)
    highest = number.isNaN ? number : max(highest, number)
    total += number
    count += 1
  }

  mutating func add(_ other: Extent) {
    lowest = other.lowest.isNaN ? other.lowest : min(lowest, other.lowest)
    highest = other.highest.isNaN ? other.highest : max(highest, other.highest)
    total += other.total
    count += other.count
  }
}
