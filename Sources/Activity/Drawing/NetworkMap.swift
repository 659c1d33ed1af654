internal import Autograd

/// What is drawn of a network where: the positions of inputs, neurons, outputs and loss in each of
/// its programs. The same for every step and example.
struct NetworkMap {
  /// A node of the drawing; positions are those in each program.
  struct Place {
    let positions: [Int]
    let preactivations: [Int]?
    let column: Int
    let name: String
    let label: String
    let site: NeuronSite?
    let isOutput: Bool
  }

  /// An edge; the parameter's place is that in the model, if the source is multiplied.
  struct Connection {
    let source: Int
    let target: Int
    let parameter: Int?
  }

  private(set) var places: [Place] = []
  private(set) var connections: [Connection] = []
  /// The place of the loss.
  let loss: Int

  init(_ programs: [ExampleProgram]) {
    let first = programs[0]
    let sites = programs.map { $0.neurons() }
    let isRead = Set(sites[0].flatMap { $0.weights.map(\.input) + $0.addends })
    for (index, position) in first.inputs.enumerated() where isRead.contains(position) {
      let name = first.program.names[position] ?? "x\(index + 1)"
      places.append(
        Place(
          positions: programs.map { $0.inputs[index] }, preactivations: nil, column: 0,
          name: name, label: name, site: nil, isOutput: false))
    }
    for (index, site) in sites[0].enumerated() {
      let name = site.isOutput ? first.program.names[site.output] : nil
      places.append(
        Place(
          positions: sites.map { $0[index].output },
          preactivations: sites.map { $0[index].preactivation }, column: site.layer,
          name: site.name,
          label: name ?? site.name.split(separator: "/").last.map(String.init) ?? "",
          site: site, isOutput: site.isOutput))
    }
    let last = places.map(\.column).max() ?? 0
    loss = places.count
    places.append(
      Place(
        positions: programs.map(\.program.root), preactivations: nil, column: last + 1,
        name: "loss", label: first.program.names[first.program.root] ?? "loss", site: nil,
        isOutput: false))
    connect(first)
  }

  private mutating func connect(_ first: ExampleProgram) {
    let byPosition = Dictionary(
      places.enumerated().map { ($1.positions[0], $0) }, uniquingKeysWith: { first, _ in first })
    let parameters = Dictionary(
      zip(first.parameters, first.parameters.indices), uniquingKeysWith: { first, _ in first })
    for (target, place) in places.enumerated() {
      guard let site = place.site else { continue }
      for weight in site.weights {
        guard let source = byPosition[weight.input] else { continue }
        connections.append(
          Connection(source: source, target: target, parameter: parameters[weight.parameter]))
      }
      for addend in site.addends {
        guard let source = byPosition[addend] else { continue }
        connections.append(Connection(source: source, target: target, parameter: nil))
      }
      if place.isOutput {
        connections.append(Connection(source: target, target: loss, parameter: nil))
      }
    }
  }
}
