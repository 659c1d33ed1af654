public import Diagrams
public import Experiments
internal import GraphModel

/// The weights of each layer as squares whose areas are their sizes, as Hinton draws them.
///
/// Rows are units, columns what they read, in the manner of Rumelhart, Hinton and Williams 1986,
/// figures 1 and 4.
public struct WeightSquares: Sendable, Equatable {
  /// The weights of a layer.
  public struct Layer: Sendable, Equatable {
    /// Such as `layer1`.
    public let name: String
    /// The units, row by row.
    public let units: [String]
    /// What they read, and `b` for their biases.
    public let columns: [String]
    /// Of each unit its weights; `nil` where it has none of a column.
    public let weights: [[Double?]]
  }

  /// What they are of.
  public let name: String
  /// The layers in order.
  public let layers: [Layer]

  /// The parameters of a network, by the scopes in their names.
  public init(_ trainer: Trainer, _ parameters: [Double], name: String) {
    var layers: [String] = []
    var units: [String: [String]] = [:]
    var numbers: [String: [String: Double]] = [:]
    for (parameter, number) in zip(trainer.parameterNames, parameters) {
      let path = parameter.split(separator: "/").map(String.init)
      let layer = path.dropLast(2).joined(separator: "/")
      let unit = path.count > 1 ? path[path.count - 2] : ""
      let key = "\(layer)/\(unit)"
      if units[layer] == nil { layers.append(layer) }
      if numbers[key] == nil { units[layer, default: []].append(unit) }
      numbers[key, default: [:]][path[path.count - 1]] = number
    }
    self.name = name
    self.layers = layers.enumerated().map { place, layer in
      let units = units[layer] ?? []
      let rows = units.map { numbers["\(layer)/\($0)"] ?? [:] }
      let keys = Set(rows.flatMap(\.keys)).sorted { Self.order($0) < Self.order($1) }
      // Weights have the names of inputs where there is one for each, which a kernel's have not.
      let readsInputs = place == 0 && keys.count { $0.hasPrefix("w") } == trainer.inputNames.count
      let inputs = readsInputs ? trainer.inputNames : []
      return Layer(
        name: layer, units: units,
        columns: keys.enumerated().map { index, key in
          key.hasPrefix("w") && inputs.indices.contains(index) ? inputs[index] : key
        }, weights: rows.map { row in keys.map { row[$0] } })
    }
  }

  /// Weights by their numbers, then biases.
  private static func order(_ key: String) -> (Int, String) {
    (key.hasPrefix("w") ? Int(key.dropFirst()) ?? 0 : .max, key)
  }

  /// A panel for each layer; in each the largest weight fills its place.
  public var panels: [Plot.Panel] {
    layers.map { layer in
      let largest =
        layer.weights.joined().compactMap { $0?.magnitude }.filter(\.isFinite).max() ?? 1
      let rows = Array(layer.weights.reversed())
      let marks = rows.enumerated().flatMap { row, weights in
        weights.enumerated().compactMap { column, weight -> Plot.Mark? in
          guard let weight, weight != 0, weight.isFinite else { return nil }
          let side = Plot.pitch * 0.92 * (weight.magnitude / largest).squareRoot()
          return .square(
            at: Plot.Point(Double(column), Double(row)), side: max(side, 1),
            isPositive: weight > 0)
        }
      }
      let title = [name, layer.name].filter { !$0.isEmpty }.joined(separator: " · ")
      return Plot.Panel(
        title: "\(title) · largest \(NumberFormat.short(largest))",
        x: PlotAxis("", names: layer.columns), y: PlotAxis("", names: layer.units.reversed()),
        marks: marks, isEqual: true)
    }
  }

  /// `run,layer,unit,input,weight`.
  public var csv: String {
    CSVText.lines(
      ["run", "layer", "unit", "input", "weight"],
      layers.flatMap { layer in
        layer.units.indices.flatMap { unit in
          layer.columns.indices.compactMap { column in
            layer.weights[unit][column].map {
              [name, layer.name, layer.units[unit], layer.columns[column], NumberFormat.exact($0)]
            }
          }
        }
      })
  }
}
