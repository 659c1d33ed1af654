internal import Autograd

/// What is drawn of a network where: the positions of inputs, neurons, outputs and loss in each of
/// its programs. The same for every step and example.
///
/// A neuron with several instances is one place. Many inputs that such neurons read are one place,
/// too.
struct NetworkMap {
  /// A node of the drawing; positions are those in each program, of all instances.
  struct Place {
    let positions: [[Int]]
    let preactivations: [[Int]]?
    let column: Int
    let name: String
    let label: String
    let site: NeuronSite?
    let isOutput: Bool
  }

  /// An edge: a value taken as it is or times a parameter, or all that one place adds to another
  /// where one of them has several instances.
  struct Connection {
    let source: Int
    let target: Int
    /// The parameter's place in the model, if the edge is one product.
    let parameter: Int?
    /// What is added, in each program.
    let terms: [[Term]]
  }

  /// A product, or a value that is added as it is.
  struct Term {
    /// The parameter's place in the model.
    let parameter: Int?
    /// The position of what it multiplies.
    let input: Int
  }

  let places: [Place]
  let connections: [Connection]
  /// The place of the loss.
  var loss: Int { places.count - 1 }

  /// More inputs than this are one place, if neurons with several instances read them.
  private static let inputLimit = 24

  init(_ programs: [ExampleProgram], _ sites: [[NeuronSite]]) {
    let neurons = sites[0].indices.map { Self.place(of: $0, programs[0], sites) }
    let inputs = Self.inputs(programs, sites)
    let last = neurons.map(\.column).max() ?? 0
    let loss = Place(
      positions: programs.map { [$0.program.root] }, preactivations: nil, column: last + 1,
      name: "loss", label: programs[0].program.names[programs[0].program.root] ?? "loss",
      site: nil, isOutput: false)
    places = inputs + neurons + [loss]
    let finder = ConnectionFinder(programs, sites, places, firstNeuron: inputs.count)
    connections = finder.connections
  }

  private static func place(
    of index: Int, _ first: ExampleProgram, _ sites: [[NeuronSite]]
  ) -> Place {
    let site = sites[0][index]
    let name = site.isOutput && site.instances.count == 1 ? first.program.names[site.output] : nil
    return Place(
      positions: sites.map { $0[index].outputs },
      preactivations: sites.map { $0[index].instances.map(\.preactivation) }, column: site.layer,
      name: site.name, label: name ?? site.name.split(separator: "/").last.map(String.init) ?? "",
      site: site, isOutput: site.isOutput)
  }

  private static func inputs(_ programs: [ExampleProgram], _ sites: [[NeuronSite]]) -> [Place] {
    let read = programs.indices.map { readInputs(programs[$0], sites[$0]) }
    let most = read.map(\.count).max() ?? 0
    let hasInstances = sites.contains { $0.contains { $0.instances.count > 1 } }
    if hasInstances, most > inputLimit {
      return [
        Place(
          positions: zip(programs, read).map { program, read in read.map { program.inputs[$0] } },
          preactivations: nil, column: 0, name: "inputs", label: "\(most) inputs", site: nil,
          isOutput: false)
      ]
    }
    let first = programs[0]
    return read[0].map { index in
      let name = first.program.names[first.inputs[index]] ?? "x\(index + 1)"
      return Place(
        positions: programs.map { [$0.inputs[index]] }, preactivations: nil, column: 0, name: name,
        label: name, site: nil, isOutput: false)
    }
  }

  /// Which inputs neurons read, by their places among the inputs.
  private static func readInputs(_ program: ExampleProgram, _ sites: [NeuronSite]) -> [Int] {
    let instances = sites.flatMap(\.instances)
    let isRead = Set(instances.flatMap { $0.weights.map(\.input) + $0.addends })
    return program.inputs.indices.filter { isRead.contains(program.inputs[$0]) }
  }
}
