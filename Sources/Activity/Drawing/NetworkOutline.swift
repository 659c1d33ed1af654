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
  /// The boxes of the drawing, inputs first, the loss last; none where a neuron has several
  /// instances.
  let places: [Place]
  /// Its curves.
  let connections: [Connection]
}

extension NetworkOutline {
  /// The outline of the programs of one network.
  public init(_ programs: [ExampleProgram]) {
    let sites = programs.map { $0.neurons() }
    neurons = sites.map { $0.map(Neuron.init) }
    let isPlain = sites.joined().allSatisfy { $0.instances.count == 1 }
    let map = NetworkMap(programs, sites)
    places =
      !isPlain
      ? []
      : map.places.map { place in
        Place(
          positions: place.positions.map { $0[0] },
          preactivations: place.preactivations?.map { $0[0] },
          column: place.column, name: place.name, label: place.label,
          activation: place.site?.activation?.name, isInput: place.column == 0,
          isOutput: place.isOutput)
      }
    connections =
      !isPlain
      ? []
      : map.connections.map {
        Connection(source: $0.source, target: $0.target, parameter: $0.parameter)
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
