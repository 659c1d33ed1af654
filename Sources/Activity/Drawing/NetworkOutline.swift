public import Autograd

/// Where the neurons of a network stand in its programs and in its drawing, as plain data for
/// another interpreter of the same programs.
public struct NetworkOutline: Encodable, Sendable {
  struct Neuron: Encodable {
    let name: String
    let layer: Int
    let activation: String?
    let preactivation: Int
    let output: Int
    /// Of each weight its position and that of what it multiplies.
    let weights: [[Int]]
    let biases: [Int]
    let isOutput: Bool
    let isJudged: Bool
  }

  struct Place: Encodable {
    let positions: [Int]
    let preactivations: [Int]?
    let column: Int
    let name: String
    let label: String
    let activation: String?
    let isInput: Bool
    let isOutput: Bool
  }

  struct Connection: Encodable {
    let source: Int
    let target: Int
    let parameter: Int?
  }

  /// The neurons of each program, in the same order.
  let neurons: [[Neuron]]
  /// The boxes of the drawing, inputs first, the loss last.
  let places: [Place]
  /// Its curves.
  let connections: [Connection]
}

extension NetworkOutline {
  /// The outline of the programs of one network.
  public init(_ programs: [ExampleProgram]) {
    neurons = programs.map { $0.neurons().map(Neuron.init) }
    let map = NetworkMap(programs)
    places = map.places.map { place in
      Place(
        positions: place.positions, preactivations: place.preactivations, column: place.column,
        name: place.name, label: place.label, activation: place.site?.activation?.name,
        isInput: place.column == 0, isOutput: place.isOutput)
    }
    connections = map.connections.map {
      Connection(source: $0.source, target: $0.target, parameter: $0.parameter)
    }
  }
}

extension NetworkOutline.Neuron {
  fileprivate init(_ site: NeuronSite) {
    self.init(
      name: site.name, layer: site.layer, activation: site.activation?.name,
      preactivation: site.preactivation, output: site.output,
      weights: site.weights.map { [$0.parameter, $0.input] }, biases: site.biases,
      isOutput: site.isOutput, isJudged: site.isJudged)
  }
}
