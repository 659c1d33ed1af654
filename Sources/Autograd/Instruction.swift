/// One node of a tape in 8 bytes: its operation and the positions of its operands.
///
/// 8 bits of operation and 28 bits for each operand: a tape holds up to 2²⁸ (268 million) nodes.
public struct Instruction: Sendable, Hashable {
  private let word: UInt64

  /// The largest number of nodes that operands can tell apart.
  static let limit = 1 << 28

  init(_ op: Op, _ x: Int = 0, _ y: Int = 0) {
    word = UInt64(op.rawValue) | UInt64(x) << 8 | UInt64(y) << 36
  }

  /// The operation.
  public var op: Op {
    // `Op(rawValue:)` is a call that compares; the cases are numbered from 0 as they are laid out.
    unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Op.self)
  }
  /// The position of the first operand; 0 and without meaning for a leaf.
  public var x: Int { Int(truncatingIfNeeded: word >> 8 & 0xFFF_FFFF) }
  /// The position of the second operand; 0 and without meaning below two operands.
  public var y: Int { Int(truncatingIfNeeded: word >> 36) }

  /// The positions of the operands in order: `a * a` has two.
  public var operands: [Int] {
    switch op.arity {
    case 0: []
    case 1: [x]
    default: [x, y]
    }
  }
}
