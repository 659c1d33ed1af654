internal import GraphModel
internal import Refusal

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An axis: what it measures, and from where to where.
public struct PlotAxis: Sendable, Equatable {
  /// What is measured.
  public let label: String
  /// The smallest number on it.
  public let lowest: Double
  /// The largest.
  public let highest: Double
  /// Whether equal distances are equal ratios.
  public let isLogarithmic: Bool
  /// Words in place of numbers, at 0, 1, 2, …, nothing for an empty one; empty for numbers.
  public let names: [String]

  /// An axis over `numbers`; those that are not finite do not count, nor on a logarithmic axis those
  /// that are not positive.
  ///
  /// - Parameter including: a number that the axis reaches in any case.
  public init(
    _ label: String, over numbers: some Sequence<Double>, including: Double? = nil,
    isLogarithmic: Bool = false
  ) {
    let fit =
      numbers.filter { $0.isFinite && (!isLogarithmic || $0 > 0) } + (including.map { [$0] } ?? [])
    var (low, high) = (fit.min() ?? (isLogarithmic ? 1 : 0), fit.max() ?? 1)
    if low == high {
      let room = isLogarithmic ? 0 : max(abs(low), 1) * 0.5
      (low, high) = isLogarithmic ? (low / 2, high * 2) : (low - room, high + room)
    }
    self.init(label, from: low, to: high, isLogarithmic: isLogarithmic)
  }

  /// An axis from a number to a larger one.
  public init(_ label: String, from low: Double, to high: Double, isLogarithmic: Bool = false) {
    require(low < high && (!isLogarithmic || low > 0), "no axis goes from \(low) to \(high)")
    (self.label, lowest, highest, self.isLogarithmic) = (label, low, high, isLogarithmic)
    names = []
  }

  /// An axis of names, each at its place.
  public init(_ label: String, names: [String]) {
    (self.label, self.names, isLogarithmic) = (label, names, false)
    (lowest, highest) = (-0.5, Double(max(names.count, 1)) - 0.5)
  }

  /// Where a number stands, from 0 at the lowest to 1 at the highest; `nil` for one that has no place.
  public func share(_ number: Double) -> Double? {
    guard number.isFinite else { return nil }
    guard isLogarithmic else { return (number - lowest) / (highest - lowest) }
    return number > 0 ? log(number / lowest) / log(highest / lowest) : nil
  }

  /// The numbers that have a tick on it.
  public var roundNumbers: [Double] { ticks.map(\.number) }

  /// Round numbers on it, with their words.
  var ticks: [(number: Double, words: String)] {
    if !names.isEmpty { return names.enumerated().filter { !$1.isEmpty }.map { (Double($0), $1) } }
    return (isLogarithmic ? ratios : steps).map { ($0, Self.words($0)) }
  }

  /// Multiples of 1, 2 or 5 times a power of ten, about five of them.
  private var steps: [Double] {
    let rough = (highest - lowest) / 5
    let power = pow(10, floor(log10(rough)))
    guard power > 0, power.isFinite else { return [lowest, highest] }
    let step = power * ([1, 2, 5, 10].first { $0 * power >= rough * 0.999 } ?? 10)
    let first = (lowest / step).rounded(.up)
    let last = (highest / step).rounded(.down)
    guard last - first < 50 else { return [lowest, highest] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Powers of ten, or the ends where none is between them.
  private var ratios: [Double] {
    let first = Int(log10(lowest).rounded(.up))
    let last = Int(log10(highest).rounded(.down))
    guard first < last else { return [lowest, highest] }
    let step = max(1, (last - first + 5) / 6)
    return stride(from: first, through: last, by: step).map { pow(10, Double($0)) }
  }

  private static func words(_ number: Double) -> String {
    // Steps such as 0.30000000000000004 are written as they are meant.
    let rounded = (number * 1e9).rounded() / 1e9
    if rounded == rounded.rounded(), abs(rounded) < 1e6 {
      return String(Int(rounded)).replacing("-", with: "−")
    }
    guard abs(number) >= 1e-3, abs(number) < 1e6 else { return NumberFormat.short(number) }
    return "\(rounded)".replacing("-", with: "−")
  }
}
