#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension RandomNumberGenerator {
  /// The next number of [0, 1), a multiple of 2⁻²⁴, from the upper bits.
  public mutating func unit() -> Double {
    Double(next() >> 40) / 16_777_216
  }

  /// The next number of [`low`, `high`).
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// The next number of the standard normal distribution, by Box and Muller (1958), from two draws.
  public mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * .pi * unit())
  }
}
