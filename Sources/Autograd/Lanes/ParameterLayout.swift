/// How the gradients of parameters are summed over examples, from the last one to the first.
///
/// Each example leaves a record of what its gradients are made of, the same for all programs, so
/// that the sum goes through the examples in their order whatever their programs are. Weights of a
/// matrix are summed side by side.
struct ParameterLayout: Sendable {
  /// What a program writes into a record.
  enum Entry: Sendable {
    case value(Int32)
    case gradient(Int32)
    case product(Int32, Int32)
    /// A number that another program has.
    case nothing
  }

  /// Weights whose gradient is an input times the gradient of a sum.
  struct Block: Sendable {
    /// Where the inputs and the sums' gradients begin in a record.
    let inputs: Int
    let inputCount: Int
    let sums: Int
    let sumCount: Int
    /// The weights, sum by sum; -1 for what is no parameter.
    let parameters: [Int32]
  }

  /// Parameters to whose gradient the numbers from `start` on are added, one each.
  struct Run: Sendable {
    let start: Int
    let parameters: [Int32]
  }

  /// A parameter to whose gradient several numbers are added.
  struct Single: Sendable {
    let start: Int
    let parameter: Int
    /// How many, by program.
    let counts: [Int]
  }

  private(set) var blocks: [Block] = []
  private(set) var runs: [Run] = []
  private(set) var singles: [Single] = []
  /// Of each program what it writes, in the order of a record.
  private(set) var entries: [[Entry]]
  /// Numbers of a record.
  private(set) var width = 0

  init(_ plans: [LanePlan]) {
    entries = plans.map { _ in [] }
    var isDone = plans[0].contributions.map { _ in false }
    for matrix in plans[0].matrices { addBlock(matrix, plans, &isDone) }
    for parameter in isDone.indices where !isDone[parameter] { addSingle(parameter, plans) }
    for index in entries.indices {
      while entries[index].count < width { entries[index].append(.nothing) }
    }
  }

  private mutating func addBlock(
    _ matrix: LanePlan.Matrix, _ plans: [LanePlan], _ isDone: inout [Bool]
  ) {
    let places = Dictionary(
      plans[0].source.parameters.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    let weights = plans[0].list(matrix.weights, matrix.rowCount * matrix.inputCount)
    let parameters = weights.map { places[Int($0)].map(Int32.init) ?? -1 }
    let count = matrix.inputCount
    // Of each program the slots of the inputs and of the sums' gradients.
    var inputs = plans.map { _ in [Int32](repeating: -1, count: count) }
    var sums = plans.map { _ in [Int32](repeating: -1, count: matrix.rowCount) }
    for (program, plan) in plans.enumerated() {
      for (place, parameter) in parameters.enumerated() where parameter >= 0 {
        let list = plan.contributions[Int(parameter)]
        guard list.count == 1, let value = list[0].value else { return }
        let (row, column) = (place / count, place % count)
        guard [-1, value].contains(inputs[program][column]),
          [-1, list[0].gradient].contains(sums[program][row])
        else { return }
        inputs[program][column] = value
        sums[program][row] = list[0].gradient
      }
      guard !inputs[program].contains(-1), !sums[program].contains(-1) else { return }
    }
    let block = Block(
      inputs: width, inputCount: count, sums: width + count, sumCount: matrix.rowCount,
      parameters: parameters)
    blocks.append(block)
    for index in plans.indices {
      entries[index] += inputs[index].map(Entry.value) + sums[index].map(Entry.gradient)
    }
    width += count + matrix.rowCount
    for parameter in parameters where parameter >= 0 { isDone[Int(parameter)] = true }
    for ends in [matrix.firsts, matrix.lasts] {
      addRun(
        plans[0].list(ends, matrix.rowCount).map { places[Int($0)].map(Int32.init) ?? -1 }, block,
        sums, plans, &isDone)
    }
  }

  private mutating func addRun(
    _ parameters: [Int32], _ block: Block, _ sums: [[Int32]], _ plans: [LanePlan],
    _ isDone: inout [Bool]
  ) {
    let added = parameters.enumerated().map { row, parameter -> Int32 in
      let isSole =
        parameter >= 0
        && plans.indices.allSatisfy { program in
          let list = plans[program].contributions[Int(parameter)]
          return list.count == 1 && list[0].value == nil && list[0].gradient == sums[program][row]
        }
      return isSole ? parameter : -1
    }
    guard added.contains(where: { $0 >= 0 }) else { return }
    runs.append(Run(start: block.sums, parameters: added))
    for parameter in added where parameter >= 0 { isDone[Int(parameter)] = true }
  }

  private mutating func addSingle(_ parameter: Int, _ plans: [LanePlan]) {
    let counts = plans.map { $0.contributions[parameter].count }
    let most = counts.max() ?? 0
    guard most > 0 else { return }
    singles.append(Single(start: width, parameter: parameter, counts: counts))
    for (program, plan) in plans.enumerated() {
      for place in 0..<most {
        guard place < counts[program] else {
          entries[program].append(.nothing)
          continue
        }
        let contribution = plan.contributions[parameter][place]
        entries[program].append(
          contribution.value.map { .product($0, contribution.gradient) }
            ?? .gradient(contribution.gradient))
      }
    }
    width += most
  }
}
