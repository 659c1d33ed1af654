/// What is computed in one go: an operation, or rows that multiply the same inputs.
enum LaneUnit: Equatable {
  case operation(Int)
  /// Rows in program order; a matrix times a vector.
  case matrix([AffineRow])

  /// Where it stands in the program: a matrix where the first of its rows is complete.
  var position: Int {
    switch self {
    case .operation(let node): node
    case .matrix(let rows): rows[0].sum
    }
  }

  /// The values it computes.
  var results: [Int] {
    switch self {
    case .operation(let node): [node]
    case .matrix(let rows): rows.map(\.sum)
    }
  }
}

extension LaneUnit {
  /// The units of a program in the order in which they are computed, grouped as far as every
  /// gradient is still summed in the order of the program.
  ///
  /// Rows with the same inputs become a matrix where ``GradientOrder`` allows it, else they stand
  /// alone or, in the last resort, as single operations, which is the program itself.
  static func units(_ program: Program, _ usage: Usage) -> [LaneUnit] {
    let found = AffineRows(program, usage)
    var groups: [[Int]: [AffineRow]] = [:]
    for row in found.rows {
      // Rows beyond the root take no part in the gradients.
      groups[row.inputs + [row.sum > program.root ? 1 : 0], default: []].append(row)
    }
    let order = GradientOrder(program, usage)
    var matrices = groups.values.sorted { $0[0].sum < $1[0].sum }
    while true {
      let units = units(program, usage, matrices)
      let broken = order.violations(units.filter { $0.position <= program.root })
      if broken.isEmpty { return units }
      let parts = matrices.flatMap { rows -> [[AffineRow]] in
        guard rows.contains(where: { broken.contains($0.sum) }) else { return [rows] }
        return rows.count > 1 ? rows.map { [$0] } : []
      }
      matrices = parts == matrices ? [] : parts
    }
  }

  private static func units(
    _ program: Program, _ usage: Usage, _ matrices: [[AffineRow]]
  ) -> [LaneUnit] {
    var isTaken = [Bool](repeating: false, count: program.instructions.count)
    for row in matrices.joined() {
      isTaken[row.sum] = true
      for node in row.absorbed { isTaken[node] = true }
    }
    let operations = program.instructions.indices.filter {
      usage.isNeeded[$0] && !isTaken[$0] && program.instructions[$0].op.arity > 0
    }
    let units = matrices.map(LaneUnit.matrix) + operations.map(LaneUnit.operation)
    return units.sorted { $0.position < $1.position }
  }
}
