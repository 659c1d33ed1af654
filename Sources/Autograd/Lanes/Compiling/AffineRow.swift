/// A sum of products of numbers that are the same for every example by numbers that are not:
/// `((first + w₁x₁) + w₂x₂) + … + last`, added from left to right.
///
/// The products and partial sums are used nowhere else, so that only the sum has to be kept.
struct AffineRow: Equatable {
  /// A product.
  struct Term: Equatable {
    /// The position of the product.
    let product: Int
    /// The position of the parameter or constant.
    let weight: Int
    /// The position of what it multiplies.
    let input: Int
  }

  /// The position of the whole sum.
  let sum: Int
  /// The position of the parameter or constant that the sum starts from, if it does.
  let first: Int?
  /// The products in the order of the sum.
  let terms: [Term]
  /// The position of the parameter or constant that is added at the end, if one is.
  let last: Int?
  /// The positions of the products and partial sums, which the row stands for.
  let absorbed: [Int]

  var inputs: [Int] { terms.map(\.input) }
}

/// Finds the rows of a program.
struct AffineRows {
  private let instructions: [Instruction]
  private let usage: Usage
  private(set) var rows: [AffineRow] = []
  /// Which nodes the rows stand for, without their sums.
  private(set) var isAbsorbed: [Bool]

  init(_ program: Program, _ usage: Usage) {
    instructions = program.instructions
    self.usage = usage
    isAbsorbed = Array(repeating: false, count: program.instructions.count)
    for node in instructions.indices.reversed()
    where usage.isNeeded[node] && !isAbsorbed[node] && instructions[node].op == .add {
      guard let row = row(upTo: node) else { continue }
      for inner in row.absorbed { isAbsorbed[inner] = true }
      rows.append(row)
    }
    rows.reverse()
  }

  private func row(upTo sum: Int) -> AffineRow? {
    var terms: [AffineRow.Term] = []
    var absorbed: [Int] = []
    var last: Int?
    var first: Int?
    var node = sum
    while true {
      let (x, y) = (instructions[node].x, instructions[node].y)
      if let term = term(y) {
        terms.append(term)
        absorbed.append(y)
      } else if node == sum, usage.isUniform(y) {
        last = y
      } else {
        return nil
      }
      if usage.isUniform(x) {
        first = x
        break
      }
      if let term = term(x) {
        terms.append(term)
        absorbed.append(x)
        break
      }
      guard instructions[x].op == .add, usage.isPrivate(x) else { return nil }
      absorbed.append(x)
      node = x
    }
    guard terms.count > 0, terms.count > 1 || first != nil || last != nil else { return nil }
    return AffineRow(
      sum: sum, first: first, terms: terms.reversed(), last: last, absorbed: absorbed)
  }

  private func term(_ node: Int) -> AffineRow.Term? {
    let instruction = instructions[node]
    guard instruction.op == .multiply, usage.isPrivate(node) else { return nil }
    let (x, y) = (instruction.x, instruction.y)
    switch (usage.isUniform(x), usage.isUniform(y)) {
    case (true, false): return .init(product: node, weight: x, input: y)
    case (false, true): return .init(product: node, weight: y, input: x)
    default: return nil
    }
  }
}

/// What the values of a program are used for.
struct Usage {
  /// Whether the value is the root, kept, or used for one of these.
  private(set) var isNeeded: [Bool]
  private let isVarying: [Bool]
  private let isKept: [Bool]
  private var uses: [Int]

  /// - Parameter kept: the positions of values that somebody wants to read.
  init(_ program: ExampleProgram, keeping kept: [Int]) {
    let instructions = program.program.instructions
    var isNeeded = [Bool](repeating: false, count: instructions.count)
    var uses = [Int](repeating: 0, count: instructions.count)
    for position in kept + program.outputs + [program.program.root] { isNeeded[position] = true }
    isKept = isNeeded
    for node in instructions.indices.reversed() where isNeeded[node] {
      for operand in instructions[node].operands {
        isNeeded[operand] = true
        uses[operand] += 1
      }
    }
    let given = Set(program.inputs + program.targets)
    isVarying = instructions.indices.map {
      instructions[$0].op.arity > 0 || given.contains($0)
    }
    self.isNeeded = isNeeded
    self.uses = uses
  }

  /// Whether the value is the same for every example: a parameter or a constant.
  func isUniform(_ node: Int) -> Bool { !isVarying[node] }

  /// Whether nothing but one operation reads the value.
  func isPrivate(_ node: Int) -> Bool { uses[node] == 1 && !isKept[node] }
}
