internal import Autograd

/// Numbers for the values of programs of one network: what is computed alike from the same inputs,
/// targets, parameters and constants has the same number in all of them.
///
/// Value numbering, after Cocke and Schwartz 1970, "Programming languages and their compilers".
struct ValueNumbering {
  private enum Key: Hashable {
    case input(Int)
    case target(Int)
    case parameter(Int)
    /// A leaf that nothing is written into.
    case number(UInt64)
    case computed(Op, [Int])
  }

  private var numbers: [Key: Int] = [:]

  /// The number of each value of a program.
  mutating func numbers(of source: ExampleProgram) -> [Int] {
    let leaves = Self.leaves(source)
    let program = source.program
    var result: [Int] = []
    result.reserveCapacity(program.instructions.count)
    for (position, instruction) in program.instructions.enumerated() {
      let own: Key =
        instruction.operands.isEmpty
        ? .number(program.data[position].bitPattern)
        : .computed(instruction.op, instruction.operands.map { result[$0] })
      result.append(number(of: leaves[position] ?? own))
    }
    return result
  }

  private mutating func number(of key: Key) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = numbers.count
    return numbers.count - 1
  }

  private static func leaves(_ source: ExampleProgram) -> [Int: Key] {
    var leaves: [Int: Key] = [:]
    for (place, position) in source.inputs.enumerated() { leaves[position] = .input(place) }
    for (place, position) in source.targets.enumerated() { leaves[position] = .target(place) }
    for (place, position) in source.parameters.enumerated() { leaves[position] = .parameter(place) }
    return leaves
  }
}
