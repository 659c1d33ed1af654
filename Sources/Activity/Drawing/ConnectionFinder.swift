internal import Autograd

/// Finds what leads from place to place.
struct ConnectionFinder {
  private(set) var connections: [NetworkMap.Connection] = []
  private let places: [NetworkMap.Place]
  private let firstNeuron: Int
  private let sites: [[NeuronSite]]
  /// Of each program the place that a position belongs to.
  private let owners: [[Int: Int]]
  /// Of each program the places of parameters in the model.
  private let parameters: [[Int: Int]]

  init(
    _ programs: [ExampleProgram], _ sites: [[NeuronSite]], _ places: [NetworkMap.Place],
    firstNeuron: Int
  ) {
    self.places = places
    self.firstNeuron = firstNeuron
    self.sites = sites
    owners = programs.indices.map { Self.owners(places, $0, programs[$0]) }
    parameters = programs.map {
      Dictionary(zip($0.parameters, $0.parameters.indices), uniquingKeysWith: { first, _ in first })
    }
    for (target, place) in places.enumerated() where place.site != nil {
      connect(target)
      if place.isOutput {
        connections.append(
          .init(
            source: target, target: places.count - 1, parameter: nil,
            terms: place.positions.map { $0.map { .init(parameter: nil, input: $0) } }))
      }
    }
  }

  /// The place of each position, and of the largest of several values of one place.
  private static func owners(
    _ places: [NetworkMap.Place], _ program: Int, _ source: ExampleProgram
  ) -> [Int: Int] {
    var owners: [Int: Int] = [:]
    for (id, place) in places.enumerated() {
      for position in place.positions[program] where owners[position] == nil {
        owners[position] = id
      }
    }
    for (node, instruction) in source.program.instructions.enumerated()
    where instruction.op == .maximum && owners[node] == nil {
      guard let owner = owners[instruction.x], owners[instruction.y] == owner else { continue }
      owners[node] = owner
    }
    return owners
  }

  private mutating func connect(_ target: Int) {
    let terms = sites.indices.map { program in
      sites[program][target - firstNeuron].instances.flatMap { instance in
        instance.weights.map {
          NetworkMap.Term(parameter: parameters[program][$0.parameter], input: $0.input)
        } + instance.addends.map { NetworkMap.Term(parameter: nil, input: $0) }
      }
    }
    var known: Set<Int> = []
    for (index, term) in terms[0].enumerated() {
      guard let source = owners[0][term.input] else { continue }
      let isSingle =
        places[source].positions[0].count == 1 && places[target].positions[0].count == 1
      if !isSingle, !known.insert(source).inserted { continue }
      connections.append(
        .init(
          source: source, target: target, parameter: isSingle ? term.parameter : nil,
          terms: terms.enumerated().map { program, all in
            isSingle ? [all[index]] : all.filter { owners[program][$0.input] == source }
          }))
    }
  }
}
