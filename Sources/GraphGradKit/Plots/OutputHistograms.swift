internal import Activity
internal import Datasets
public import Diagrams
public import Experiments
internal import GraphModel

/// What the neurons of each layer give on over the training examples, counted in ranges.
///
/// After Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural
/// networks", figure 6. All layers of a run are counted in the same ranges, so that one sees whether
/// outputs grow or shrink from layer to layer.
public struct OutputHistograms: Sendable, Equatable {
  /// The outputs of a layer.
  public struct Layer: Sendable, Equatable {
    /// Such as `layer1`.
    public let name: String
    /// How many outputs are exactly 0; they are in no bin.
    public let zeroCount: Int
    /// How many outputs are not finite; they are in no bin.
    public let nonFiniteCount: Int
    /// How many outputs there are, those included.
    public let count: Int
    /// How many neurons are 0 in every example, and how many there are.
    public let deadCount: Int, neuronCount: Int
    /// The ends of the bins, one more than there are bins; the same for all layers.
    public let ends: [Double]
    /// How many outputs are in each.
    public let bins: [Int]
  }

  /// What it is of.
  public let name: String
  /// The layers in order.
  public let layers: [Layer]

  /// Into how many ranges outputs are sorted.
  public static let binCount = 24

  /// Counts the outputs of a network with these parameters.
  public init(_ trainer: Trainer, _ parameters: [Double], name: String) {
    let outputs = LayerOutputs(trainer, parameters)
    self.init(outputs, name, ends: Self.ends(over: outputs.all))
  }

  /// Counts the outputs of several networks in the same bins, so that they can be compared.
  public static func comparing(
    _ runs: [(trainer: Trainer, parameters: [Double], name: String)]
  ) -> [OutputHistograms] {
    let outputs = runs.map { LayerOutputs($0.trainer, $0.parameters) }
    let ends = ends(over: outputs.flatMap(\.all))
    return zip(runs, outputs).map { OutputHistograms($1, $0.name, ends: ends) }
  }

  private init(_ outputs: LayerOutputs, _ name: String, ends: [Double]) {
    self.name = name
    layers = outputs.names.map { Layer($0, outputs.numbers[$0] ?? [], ends) }
  }

  /// The ends of bins of equal width that reach from the smallest number, or 0, to the largest.
  private static func ends(over numbers: some Sequence<Double>) -> [Double] {
    let fit = numbers.filter(\.isFinite)
    let (low, high) = (min(fit.min() ?? 0, 0), max(fit.max() ?? 1, 0))
    let width = (high > low ? high - low : 1) / Double(binCount)
    return (0...binCount).map { low + width * Double($0) }
  }

  /// A panel for each layer.
  public var panels: [Plot.Panel] {
    layers.map { layer in
      let zeros = 100 * Double(layer.zeroCount) / Double(max(layer.count, 1))
      let share = "\((zeros * 10).rounded() / 10) % are 0"
      let dead = layer.deadCount == 0 ? "" : " · \(layer.deadCount) of \(layer.neuronCount) dead"
      let bars = layer.bins.enumerated().filter { $1 > 0 }.map { bin, count in
        Plot.Mark.area(
          from: Plot.Point(layer.ends[bin], 0), to: Plot.Point(layer.ends[bin + 1], Double(count)),
          series: 0, isPale: false)
      }
      return Plot.Panel(
        title: "\(name) · \(layer.name.isEmpty ? "neurons" : layer.name) · \(share)\(dead)",
        x: PlotAxis("output, where it is not 0", over: layer.ends),
        y: PlotAxis("count", over: layer.bins.map(Double.init), including: 0), marks: bars)
    }
  }

  /// `run,layer,from,to,count`; the zeros stand in a row from 0 to 0.
  public var csv: String {
    CSVText.lines(
      ["run", "layer", "from", "to", "count"],
      layers.flatMap { layer in
        [[name, layer.name, "0.0", "0.0", "\(layer.zeroCount)"]]
          + layer.bins.enumerated().map { bin, count in
            [name, layer.name, NumberFormat.exact(layer.ends[bin])]
              + [NumberFormat.exact(layer.ends[bin + 1]), "\(count)"]
          }
      })
  }
}

/// What the neurons of a network give on, layer by layer.
private struct LayerOutputs {
  private(set) var names: [String] = []
  /// Of each layer the outputs of each of its neurons.
  private(set) var numbers: [String: [[Double]]] = [:]

  init(_ trainer: Trainer, _ parameters: [Double]) {
    let meter = OutputMeter(trainer.laneSet(parameters, over: trainer.split.train))
    for (neuron, outputs) in zip(meter.names, meter.outputs()) {
      let layer = neuron.split(separator: "/").dropLast().joined(separator: "/")
      if numbers[layer] == nil { names.append(layer) }
      numbers[layer, default: []].append(outputs)
    }
  }

  var all: [Double] { numbers.values.flatMap { $0.joined() } }
}

extension OutputHistograms.Layer {
  init(_ name: String, _ neurons: [[Double]], _ ends: [Double]) {
    self.name = name
    self.ends = ends
    let all = neurons.joined()
    count = all.count
    zeroCount = all.count { $0 == 0 }
    deadCount = neurons.count { $0.allSatisfy { $0 == 0 } }
    neuronCount = neurons.count
    let fit = all.filter { $0.isFinite && $0 != 0 }
    nonFiniteCount = count - zeroCount - fit.count
    var bins = [Int](repeating: 0, count: OutputHistograms.binCount)
    for number in fit {
      let place = Int((number - ends[0]) / (ends[1] - ends[0]))
      bins[min(max(place, 0), bins.count - 1)] += 1
    }
    self.bins = bins
  }
}
