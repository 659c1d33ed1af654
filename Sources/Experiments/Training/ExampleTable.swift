internal import Autograd
internal import Datasets

/// Examples laid out to be run through a network again and again.
struct ExampleTable: Sendable {
  let lanes: LaneTable
  /// What should come out for each example, where that can be right or wrong.
  let answers: [Task.Answer?]

  var count: Int { answers.count }

  init(_ examples: [Example], _ network: Network) {
    lanes = LaneTable(examples.map(network.lane))
    answers = examples.map { network.task.answer(to: $0.target) }
  }
}
