/// The order in which a program adds to each gradient, and whether units keep it.
///
/// A floating-point sum depends on its order. Units are exact if every value receives the same
/// contributions in the same order as when the program is walked backwards node by node, and all of
/// them before its own gradient is passed on.
struct GradientOrder {
  /// An operation's part in the gradient of an operand.
  private struct Contribution: Equatable {
    let node: Int
    let operand: Int
  }

  private let program: Program
  private let usage: Usage
  private let expected: [[Contribution]]

  init(_ program: Program, _ usage: Usage) {
    self.program = program
    self.usage = usage
    var expected = [[Contribution]](repeating: [], count: program.instructions.count)
    for node in (0...program.root).reversed() where usage.isNeeded[node] {
      for (operand, target) in program.instructions[node].operands.enumerated()
      where !usage.isUniform(target) {
        expected[target].append(Contribution(node: node, operand: operand))
      }
    }
    self.expected = expected
  }

  /// The sums of the rows that would change an order; empty if the units, which end with the root,
  /// are exact.
  func violations(_ units: [LaneUnit]) -> Set<Int> {
    var received = [[Contribution]](repeating: [], count: program.instructions.count)
    var owners: [Int: Int] = [:]
    var broken: Set<Int> = []
    for unit in units.reversed() {
      for result in unit.results where received[result] != expected[result] {
        broken.formUnion(suspects(result, received[result], owners))
        if case .matrix = unit { broken.insert(result) }
      }
      switch unit {
      case .operation(let node): receive(node, &received)
      case .matrix(let rows):
        for row in rows.reversed() {
          for term in row.terms.reversed() {
            owners[term.product] = row.sum
            let operand = program.instructions[term.product].x == term.input ? 0 : 1
            received[term.input].append(Contribution(node: term.product, operand: operand))
          }
        }
      }
    }
    for leaf in program.instructions.indices
    where program.instructions[leaf].op.arity == 0 && received[leaf] != expected[leaf] {
      broken.formUnion(suspects(leaf, received[leaf], owners))
    }
    return broken
  }

  private func receive(_ node: Int, _ received: inout [[Contribution]]) {
    for (operand, target) in program.instructions[node].operands.enumerated()
    where !usage.isUniform(target) {
      received[target].append(Contribution(node: node, operand: operand))
    }
  }

  /// The rows that have a part in the gradient of `target`.
  private func suspects(
    _ target: Int, _ received: [Contribution], _ owners: [Int: Int]
  ) -> [Int] {
    received.compactMap { owners[$0.node] }
  }
}
