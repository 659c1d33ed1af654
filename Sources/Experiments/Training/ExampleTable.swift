internal import Autograd
internal import Datasets

/// Examples laid out to be run through a network again and again.
struct ExampleTable: Sendable {
  let lanes: LaneTable
  /// The class of each example that has one.
  let labels: [Int?]

  var count: Int { labels.count }

  init(_ examples: [Example], _ network: Network) {
    lanes = LaneTable(examples.map(network.lane))
    labels = examples.map { example in
      guard case .label(let label) = example.target else { return nil }
      return label
    }
  }
}
