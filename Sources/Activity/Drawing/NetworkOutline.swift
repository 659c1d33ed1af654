public import Autograd

/// Where the neurons of a network stand in its programs and in its drawing, as plain data for
/// another interpreter of the same programs.
public struct NetworkOutline: Encodable, Sendable {
  struct Neuron: Encodable {
    let name: String
    let layer: Int
    let activation: String?
    let instances: [Instance]
    /// The positions of the weights.
    let weights: [Int]
    let biases: [Int]
    let isOutput: Bool
    let isJudged: Bool
  }

  struct Instance: Encodable {
    let preactivation: Int
    let output: Int
    /// The positions of what the weights multiply.
    let inputs: [Int]
  }

  struct Place: Encodable {
    /// Of each program the positions of its output, one for each place where its weights are used.
    let positions: [[Int]]
    /// The same of the sum before the activation.
    let preactivations: [[Int]]?
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
    /// The place of the weight among the parameters, where it is one product.
    let parameter: Int?
    /// Of each program all that the source adds to the target, where one of them is used at several
    /// places: parameter (or −1 for none), position, parameter, position, …
    let terms: [[Int]]?
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
    let sites = programs.map { $0.neurons() }
    neurons = sites.map { $0.map(Neuron.init) }
    let map = NetworkMap(programs, sites)
    places = map.places.map { place in
      Place(
        positions: place.positions, preactivations: place.preactivations, column: place.column,
        name: place.name, label: place.label, activation: place.site?.activation?.name,
        isInput: place.column == 0, isOutput: place.isOutput)
    }
    connections = map.connections.map { connection in
      let isSingle = [connection.source, connection.target].allSatisfy { id in
        map.places[id].positions.allSatisfy { $0.count == 1 }
      }
      return Connection(
        source: connection.source, target: connection.target, parameter: connection.parameter,
        terms: isSingle
          ? nil : connection.terms.map { $0.flatMap { [$0.parameter ?? -1, $0.input] } })
    }
  }
}

extension NetworkOutline.Neuron {
  fileprivate init(_ site: NeuronSite) {
    self.init(
      name: site.name, layer: site.layer, activation: site.activation?.name,
      instances: site.instances.map {
        .init(
          preactivation: $0.preactivation, output: $0.output, inputs: $0.weights.map(\.input))
      },
      weights: site.weights.map(\.parameter), biases: site.biases, isOutput: site.isOutput,
      isJudged: site.isJudged)
  }
}
