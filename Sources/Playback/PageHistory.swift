internal import GraphModel

/// In how many examples each neuron fires at each step, and its deaths.
struct PageHistory: Encodable {
  struct Event: Encodable {
    let neuron: Int
    let column: Int
    let kind: String
  }

  let names: [String]
  /// The share for each step and neuron.
  let fires: [[Double]]
  let events: [Event]

  init(_ history: FiringHistory) {
    names = history.names
    fires = history.fires
    events = history.events.map {
      Event(neuron: $0.neuron, column: $0.column, kind: $0.kind.rawValue)
    }
  }
}
