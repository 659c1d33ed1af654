#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The graph that a tape was last asked the gradients of, with the order in which they are summed.
///
/// A training loop records the same operations at every step. When the next graph is the same one,
/// which is found out by comparing all its instructions, the order need not be found again, and from
/// the second time on a plan is used that goes through sums of products in one piece.
final class Trace {
  private let root: Int
  private let words: UnsafeMutablePointer<Instruction>
  /// The order in which gradients are summed.
  let order: [Int32]
  private(set) var plan: BackwardPlan?

  /// Larger graphs are not kept: their memory is worth more than the time.
  static let limit = 1 << 22

  init(_ root: Int, _ instructions: UnsafePointer<Instruction>, _ order: [Int32]) {
    self.root = root
    self.order = order
    words = .allocate(capacity: root + 1)
    words.initialize(from: instructions, count: root + 1)
  }

  deinit { words.deallocate() }

  /// Whether the graph up to `root` is this one.
  func matches(_ root: Int, _ instructions: UnsafePointer<Instruction>) -> Bool {
    self.root == root
      && memcmp(words, instructions, (root + 1) * MemoryLayout<Instruction>.stride) == 0
  }

  /// The plan, made at the first call.
  func compiled() -> BackwardPlan {
    if let plan { return plan }
    let new = BackwardPlan(order, words, count: root + 1)
    plan = new
    return new
  }
}
