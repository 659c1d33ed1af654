internal import Datasets
public import Diagrams
public import Experiments
internal import GraphModel
internal import NeuralNetworks

/// What each unit of the first layer reads, as a block of squares with the names of the inputs: rows
/// of so many inputs, as in Rumelhart, Hinton and Williams 1986, figure 4, where the upper row of a
/// block is the English family and the lower one the Italian.
public struct UnitBlocks: Sendable, Equatable {
  /// A unit and its weights.
  public struct Block: Sendable, Equatable {
    /// Such as `neuron1`.
    public let unit: String
    /// What it reads.
    public let inputs: [String]
    /// How much of each.
    public let weights: [Double]
    /// How far each of some traits of the inputs explains the weights, from 0 to 1.
    public let traits: [Trait]
  }

  /// What inputs have in common.
  public struct Trait: Sendable, Equatable {
    /// Such as `nationality`.
    public let name: String
    /// The share of the variance of the weights that lies between the groups it makes.
    public let share: Double
  }

  /// Whose they are.
  public let name: String
  /// The units in order.
  public let blocks: [Block]

  /// The first layer of a network with these parameters.
  ///
  /// - Returns: `nil` where weights are not each of one input, as those of a kernel.
  public init?(_ trainer: Trainer, _ parameters: [Double], name: String) {
    let numbers = Dictionary(
      zip(trainer.parameterNames, parameters), uniquingKeysWith: { first, _ in first })
    let groups =
      trainer.experiment.model.groups
      ?? [Layer.Group(inputs: trainer.inputNames.count, neurons: trainer.layers[0])]
    var (blocks, first): ([Block], Int) = ([], 0)
    for group in groups {
      let inputs = Array(trainer.inputNames[first..<(first + group.inputs)])
      first += group.inputs
      for _ in 0..<group.neurons {
        let unit = "neuron\(blocks.count + 1)"
        let weights = inputs.indices.compactMap { numbers["layer1/\(unit)/w\($0 + 1)"] }
        guard weights.count == inputs.count else { return nil }
        blocks.append(
          Block(
            unit: unit, inputs: inputs, weights: weights,
            traits: Self.traits(trainer.experiment, inputs, weights)))
      }
    }
    self.name = name
    self.blocks = blocks
  }

  /// Those of the people of the family trees; of other inputs nothing is known.
  private static func traits(
    _ experiment: Experiment, _ inputs: [String], _ weights: [Double]
  ) -> [Trait] {
    guard case .patterns(.familytrees, _) = experiment.data.source else { return [] }
    return FamilyTree.traits.compactMap { trait in
      guard trait.values.count == weights.count else { return nil }
      return CorrelationRatio.of(weights, by: trait.values).map {
        Trait(name: trait.name, share: $0)
      }
    }
  }

  /// `run,unit,input,weight`.
  public var csv: String {
    CSVText.lines(
      ["run", "unit", "input", "weight"],
      blocks.flatMap { block in
        zip(block.inputs, block.weights).map {
          [name, block.unit, $0, NumberFormat.exact($1)]
        }
      })
  }
}

extension UnitBlocks {
  /// From one square to the next, in points: as wide as a name.
  private static let pitch = 62.0

  /// A panel for each unit, `row` inputs in a row; in each the largest weight has the largest square.
  public func panels(row: Int) -> [Plot.Panel] { blocks.map { $0.panel(row: row, Self.pitch) } }
}

extension UnitBlocks.Block {
  fileprivate func panel(row: Int, _ pitch: Double) -> Plot.Panel {
    let rows = (inputs.count + row - 1) / row
    let largest = weights.map(\.magnitude).filter(\.isFinite).max() ?? 1
    let marks = weights.indices.flatMap { index -> [Plot.Mark] in
      let place = Plot.Point(Double(index % row), Double(rows - 1 - index / row))
      let words = Plot.Mark.words(inputs[index], at: Plot.Point(place.x, place.y - 0.4))
      guard weights[index] != 0, weights[index].isFinite else { return [words] }
      let side = pitch * 0.6 * (weights[index].magnitude / largest).squareRoot()
      let middle = Plot.Point(place.x, place.y + 0.08)
      return [.square(at: middle, side: max(side, 1), isPositive: weights[index] > 0), words]
    }
    var panel = Plot.Panel(
      title: title(largest),
      x: PlotAxis("", names: Array(repeating: "", count: min(row, inputs.count))),
      y: PlotAxis("", names: Array(repeating: "", count: rows)), marks: marks, isEqual: true)
    panel.pitch = pitch
    return panel
  }

  private func title(_ largest: Double) -> String {
    let shares = traits.map { "\($0.name) \(Int((100 * $0.share).rounded())) %" }
    return (["\(unit), largest \(NumberFormat.short(largest))"] + shares).joined(separator: " · ")
  }
}
