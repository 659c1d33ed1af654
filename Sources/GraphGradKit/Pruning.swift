internal import Activity
public import Datasets
public import Experiments
internal import Refusal
public import Weights

/// A network without its neurons of zero effect, and the proof that nothing changed.
public struct Pruning: Sendable {
  /// The network that is left, with the same data.
  public let pruned: Trainer
  /// The layers that are left, where they are plain ones; `nil` for a convolutional network.
  public let layers: [LinearLayer]?
  /// The neurons and filters that were taken out.
  public let removed: [String]
  /// Neurons that have zero effect alone but were left: taken out beside the others an output
  /// changes, or a layer would be empty.
  public let left: [String]
  /// The largest difference of any output over the examples, of two networks run side by side.
  public let largestDifference: Double

  /// Takes out what can be taken out of the network with these parameters.
  ///
  /// - Precondition: plain layers, or a convolutional network.
  public init(_ trainer: Trainer, _ parameters: [Double], over examples: [Example]) {
    let activity = Activity(trainer.laneSet(parameters, over: examples))
    let sizes = trainer.layers
    var kept = sizes.map { Array(0..<$0) }
    var removed: [String] = []
    for index in activity.removable {
      let (layer, neuron) = Self.place(of: index, sizes)
      guard kept[layer].count > 1 else { continue }
      kept[layer].removeAll { $0 == neuron }
      removed.append(activity.neurons[index].site.name)
    }
    if trainer.isConvolutional {
      layers = nil
      pruned = trainer.keeping(kept, parameters)
    } else {
      let plain = Self.layers(trainer.linearLayers(parameters), keeping: kept)
      layers = plain
      pruned = trainer.replacingNetwork(with: plain)
    }
    self.removed = removed
    left = activity.neurons.filter {
      !$0.site.isOutput && $0.measurement.removal.outputs == 0 && !removed.contains($0.site.name)
    }.map(\.site.name)
    largestDifference = trainer.largestDifference(parameters, to: pruned, over: examples)
  }

  /// Hidden neurons are recorded layer by layer.
  private static func place(of index: Int, _ sizes: [Int]) -> (layer: Int, neuron: Int) {
    var rest = index
    for (layer, size) in sizes.enumerated() {
      if rest < size { return (layer, rest) }
      rest -= size
    }
    refuse("there is no neuron \(index) in layers of \(sizes) neurons")
  }

  private static func layers(_ layers: [LinearLayer], keeping kept: [[Int]]) -> [LinearLayer] {
    layers.enumerated().map { index, layer in
      var result = layer
      result.bias = kept[index].map { layer.bias[$0] }
      result.weight = kept[index].map { row in
        index == 0 ? layer.weight[row] : kept[index - 1].map { layer.weight[row][$0] }
      }
      return result
    }
  }
}
