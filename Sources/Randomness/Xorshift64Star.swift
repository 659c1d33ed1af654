internal import Refusal

/// A small seeded generator: the same seed gives the same numbers everywhere.
///
/// Marsaglia's xorshift with a multiplied output (Vigna 2016, "An experimental exploration of
/// Marsaglia's xorshift generators, scrambled"), the one the micrograd teaching module uses.
public struct Xorshift64Star: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// - Precondition: `seed` is not 0, from which the generator would draw nothing but zeros.
  public init(seed: UInt64) {
    require(seed != 0, "seed 0 gives nothing but zeros; take any other")
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  /// The next 32 bits: the upper half of ``next()``.
  public mutating func next32() -> UInt32 { UInt32(truncatingIfNeeded: next() >> 32) }
}
