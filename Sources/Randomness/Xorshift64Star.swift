/// A small seeded generator: the same seed gives the same numbers everywhere.
///
/// Marsaglia's xorshift with a multiplied output (Vigna 2016, "An experimental exploration of
/// Marsaglia's xorshift generators, scrambled"), the one the micrograd teaching module uses.
public struct Xorshift64Star: Sendable {
  private var state: UInt64

  /// - Precondition: `seed` is not 0, from which the generator would draw nothing but zeros.
  public init(seed: UInt64) {
    precondition(seed != 0, "seed 0 gives nothing but zeros; take any other")
    state = seed
  }

  /// The next 32 bits.
  public mutating func next32() -> UInt32 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return UInt32(truncatingIfNeeded: (state &* 0x2545_F491_4F6C_DD1D) >> 32)
  }

  /// The next number of [0, 1), a multiple of 2⁻²⁴.
  public mutating func unit() -> Double {
    Double(next32() >> 8) / 16_777_216
  }

  /// The next number of [`low`, `high`).
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }
}
