internal import Activity
internal import Autograd

/// What the neurons of all programs of one network have in common.
struct NeuronLikeness: Equatable {
  /// A place where the neuron's weights are used, by the numbers of its values.
  private struct Instance: Equatable {
    let name: String
    let values: [Int]
  }

  private let name: String
  private let layer: Int
  private let activation: Op?
  private let isOutput: Bool
  /// Places in the model.
  private let parameters: [Int?]
  /// None where programs differ in how many there are, as those of texts do.
  private let instances: [Instance]

  /// The neurons of a program.
  ///
  /// - Parameter numbers: those of the program's values; `nil` to leave the instances out.
  static func all(of source: ExampleProgram, _ numbers: [Int]?) -> [NeuronLikeness] {
    let places = Dictionary(
      zip(source.parameters, source.parameters.indices), uniquingKeysWith: { first, _ in first })
    return source.neurons().map { NeuronLikeness($0, places, numbers) }
  }

  private init(_ site: NeuronSite, _ places: [Int: Int], _ numbers: [Int]?) {
    name = site.name
    layer = site.layer
    activation = site.activation
    isOutput = site.isOutput
    parameters = site.parameters.map { places[$0] }
    instances =
      numbers.map { numbers in
        site.instances.map { instance in
          let positions =
            [instance.preactivation, instance.output] + instance.weights.map(\.input)
            + instance.addends
          return Instance(name: instance.name, values: positions.map { numbers[$0] })
        }
      } ?? []
  }
}
