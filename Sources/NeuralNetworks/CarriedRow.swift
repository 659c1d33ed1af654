/// One number for each parameter that a rule carries from step to step.
struct CarriedRow: Sendable {
  private let name: String
  private var numbers: [Double] = []

  /// A row before the first step: all numbers are 0.
  init(_ name: String) { self.name = name }

  func state(count: Int) -> OptimizerState {
    OptimizerState(
      time: numbers.isEmpty ? 0 : 1,
      rows: [
        .init(name: name, numbers: numbers.isEmpty ? Array(repeating: 0, count: count) : numbers)
      ])
  }

  mutating func restore(_ state: OptimizerState) {
    numbers = state.time == 0 ? [] : state.rows[0].numbers
  }

  /// Moves each parameter, with its gradient and its number of the row.
  mutating func move(
    _ parameters: inout [Double], _ gradients: [Double],
    by move: (_ parameter: inout Double, _ gradient: Double, _ number: inout Double) -> Void
  ) {
    if numbers.isEmpty { numbers = Array(repeating: 0, count: parameters.count) }
    for index in parameters.indices { move(&parameters[index], gradients[index], &numbers[index]) }
  }
}
