/// One node of a tape in 8 bytes: its operation and the positions of its operands.
///
/// 8 bits of operation and 28 bits for each operand: a tape holds up to 2²⁸ (268 million) nodes. An
/// operation that takes any number of operands has the position of the first ``Op/argument`` and
/// their number instead.
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
  /// The position of the second operand, or how many ``Op/argument``s there are; 0 and without
  /// meaning below two operands.
  public var y: Int { Int(truncatingIfNeeded: word >> 36) }

  /// The positions of the operands in order: `a * a` has two.
  public var operands: Operands {
    switch op.arity {
    case 0: Operands(count: 0, first: 0, last: 0)
    case 1: Operands(count: 1, first: x, last: x)
    case 2: Operands(count: 2, first: x, last: y)
    default: Operands(count: y, first: x, last: x + y - 1)
    }
  }

  /// The positions of an instruction's operands.
  public struct Operands: RandomAccessCollection, Sendable {
    /// How many there are.
    public let count: Int
    fileprivate let first: Int
    fileprivate let last: Int

    fileprivate init(count: Int, first: Int, last: Int) {
      self.count = count
      self.first = first
      self.last = last
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { count }
    /// Those between the first and the last are ``Op/argument``s, which stand in a row.
    public subscript(index: Int) -> Int { index == count - 1 ? last : first + index }
  }
}

extension Instruction {
  /// The value of the node for the values of all nodes before it.
  ///
  /// - Precondition: not a leaf.
  @inline(__always)
  func evaluate(_ data: UnsafePointer<Double>) -> Double {
    op.takesArguments
      ? LogSumExp(data + x, count: y).value : op.evaluate(data[x], data[y])
  }

  /// The derivative of the node with respect to each operand.
  ///
  /// - Parameters:
  ///   - node: its own position.
  ///   - data: the values of all nodes.
  public func slopes(at node: Int, _ data: [Double]) -> [Double] {
    if op.takesArguments { return Op.softmax(Array(data[x..<x + y])) }
    if op.arity == 0 { return [] }
    let parts = op.pullback(1, data[x], data[y], data[node])
    return op.arity == 1 ? [parts.x] : [parts.x, parts.y]
  }
}
