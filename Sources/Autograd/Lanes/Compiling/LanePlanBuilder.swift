/// Gives values their slots.
struct LanePlanBuilder {
  private let source: ExampleProgram
  private let usage: Usage
  private let rows: [AffineRow]
  private(set) var steps: [LanePlan.Step] = []
  private(set) var matrices: [LanePlan.Matrix] = []
  private(set) var indices: [Int32] = []
  private(set) var slots: [Int32]
  private(set) var spread: [Int32] = []
  private(set) var slotCount = 0
  private(set) var gradientCount: Int
  private(set) var packedCount = 0
  private let isParameter: [Bool]
  /// Where an operation leaves what it adds to a parameter's gradient, by node and operand.
  private var left: [[Int]: Int32] = [:]

  init(_ source: ExampleProgram, _ usage: Usage, _ units: [LaneUnit]) {
    self.source = source
    self.usage = usage
    let count = source.program.instructions.count
    var isParameter = [Bool](repeating: false, count: count)
    for position in source.parameters { isParameter[position] = true }
    self.isParameter = isParameter
    slots = Array(repeating: -1, count: count)
    rows = units.flatMap { unit -> [AffineRow] in
      guard case .matrix(let rows) = unit else { return [] }
      return rows
    }
    gradientCount = 0
    for position in source.inputs + source.targets { give(position) }
    for case .operation(let node) in units {
      for operand in source.program.instructions[node].operands where usage.isUniform(operand) {
        giveSpread(operand)
      }
    }
    // Without gaps, so that the arguments of an operation stand in a row.
    for unit in units { for result in unit.results { give(result) } }
    for position in source.outputs + [source.program.root] where usage.isUniform(position) {
      giveSpread(position)
    }
    gradientCount = slotCount
  }

  private mutating func give(_ position: Int) {
    guard slots[position] < 0 else { return }
    slots[position] = Int32(slotCount)
    slotCount += 1
  }

  private mutating func giveSpread(_ position: Int) {
    guard slots[position] < 0 else { return }
    spread.append(Int32(position))
    give(position)
  }

  mutating func add(_ unit: LaneUnit) {
    switch unit {
    case .operation(let node): add(operation: node)
    case .matrix(let rows): add(rows)
    }
  }

  private mutating func add(operation node: Int) {
    let instruction = source.program.instructions[node]
    if instruction.op.takesArguments {
      steps.append(
        .init(
          op: instruction.op, out: slots[node], x: slots[instruction.x], y: Int32(instruction.y),
          xGradient: -1, yGradient: -1, matrix: -1))
      return
    }
    let targets = instruction.operands.enumerated().map { gradient(of: $1, node, $0) }
    steps.append(
      .init(
        op: instruction.op, out: slots[node], x: slots[instruction.x],
        y: instruction.op.arity == 2 ? slots[instruction.y] : slots[instruction.x],
        xGradient: targets[0], yGradient: targets.count == 2 ? targets[1] : -1, matrix: -1))
  }

  private mutating func gradient(of target: Int, _ node: Int, _ operand: Int) -> Int32 {
    if isParameter[target] {
      let slot = Int32(gradientCount)
      gradientCount += 1
      left[[node, operand]] = slot
      return slot
    }
    return source.program.instructions[target].op.arity > 0 ? slots[target] : -1
  }

  private mutating func add(_ rows: [AffineRow]) {
    let inputs = rows[0].inputs
    matrices.append(
      .init(
        rowCount: rows.count, inputCount: inputs.count, start: indices.count,
        packedStart: packedCount))
    indices += inputs.map { slots[$0] }
    indices += inputs.map { source.program.instructions[$0].op.arity > 0 ? slots[$0] : -1 }
    indices += rows.map { slots[$0.sum] }
    indices += rows.map { Int32($0.first ?? -1) }
    indices += rows.map { Int32($0.last ?? -1) }
    indices += rows.flatMap { $0.terms.map { Int32($0.weight) } }
    packedCount += rows.count * (inputs.count + 2)
    steps.append(
      .init(
        op: .add, out: 0, x: 0, y: 0, xGradient: -1, yGradient: -1,
        matrix: Int32(matrices.count - 1)))
  }

  /// Of each parameter what is added to its gradient, from the last operation to the first.
  func parameterContributions() -> [[ParameterContribution]] {
    var products: [Int: ParameterContribution] = [:]
    var sums: [Int: Int32] = [:]
    for row in rows {
      sums[row.sum] = slots[row.sum]
      for node in row.absorbed { sums[node] = slots[row.sum] }
      for term in row.terms {
        products[term.product] = .init(value: slots[term.input], gradient: slots[row.sum])
      }
    }
    var lists = [Int: [ParameterContribution]]()
    let instructions = source.program.instructions
    for node in instructions.indices.reversed()
    where usage.isNeeded[node] && node <= source.program.root {
      for (operand, target) in instructions[node].operands.enumerated() where isParameter[target] {
        let contribution =
          products[node]
          ?? .init(value: nil, gradient: sums[node] ?? left[[node, operand]] ?? -1)
        lists[target, default: []].append(contribution)
      }
    }
    return source.parameters.map { lists[$0] ?? [] }
  }
}
