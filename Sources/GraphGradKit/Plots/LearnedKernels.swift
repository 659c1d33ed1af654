internal import Activity
public import Diagrams
public import Experiments
public import GraphModel

/// The kernels of the filters of each convolution, with what is said of each filter over the training
/// examples.
///
/// LeCun et al. 1989, "Backpropagation applied to handwritten zip code recognition", and Krizhevsky,
/// Sutskever and Hinton 2012, figure 3, show learned kernels as pictures.
public struct LearnedKernels: Sendable, Equatable {
  /// A filter.
  public struct Filter: Sendable, Equatable {
    /// Such as `filter2`.
    public let name: String
    /// The weights of each channel that it reads, row by row.
    public let kernels: [[[Double]]]
    /// What is added at each place.
    public let bias: Double
    /// What is said of it; `nil` for a filter whose outputs are the network's.
    public let verdict: Verdict?
    /// At which share of its places, in all training examples, its output is not 0.
    public let fires: Double?
    /// When it died for good.
    public let death: FiringHistory.Death?
  }

  /// The filters of a convolution.
  public struct Layer: Sendable, Equatable {
    /// Such as `convolution1`.
    public let name: String
    /// What its channels are called: filters of the convolution before, or channels of the picture.
    public let channels: [String]
    /// The filters in order.
    public let filters: [Filter]

    /// The largest size of its weights.
    public var largest: Double {
      filters.flatMap { $0.kernels.joined().joined() }.map(\.magnitude).filter(\.isFinite).max()
        ?? 0
    }
  }

  /// What they are of.
  public let name: String
  /// The convolutions in order.
  public let layers: [Layer]

  /// The kernels of a network with these parameters; no layers where it has no convolution.
  ///
  /// - Parameter history: of the training, to tell since when a filter is dead.
  public init(
    _ trainer: Trainer, _ parameters: [Double], history: FiringHistory, name: String
  ) {
    self.name = name
    let numbers = Dictionary(
      zip(trainer.parameterNames, parameters), uniquingKeysWith: { first, _ in first })
    let activity = Activity(
      trainer.laneSet(parameters, over: trainer.split.train), history: history,
      measuringMeans: false)
    let known = Dictionary(
      activity.neurons.map { ($0.site.name, $0) }, uniquingKeysWith: { first, _ in first })
    let deaths = Dictionary(
      zip(history.names, history.names.indices), uniquingKeysWith: { first, _ in first })
    layers = trainer.convolutions.enumerated().map { place, layer in
      let area = layer.size * layer.size
      let filters = (1...layer.filters).map { number in
        let path = "\(layer.name)/filter\(number)"
        let kernels = (0..<layer.reads.channels).map { channel in
          (0..<layer.size).map { row in
            (0..<layer.size).map { column in
              numbers["\(path)/w\(channel * area + row * layer.size + column + 1)"] ?? .nan
            }
          }
        }
        return Filter(
          name: "filter\(number)", kernels: kernels, bias: numbers["\(path)/b"] ?? .nan,
          verdict: known[path]?.verdict, fires: known[path]?.measurement.fires,
          death: deaths[path].flatMap { history.death(of: $0) })
      }
      let kind = place == 0 ? "channel" : "filter"
      return Layer(
        name: layer.name, channels: (1...layer.reads.channels).map { "\(kind) \($0)" },
        filters: filters)
    }
  }

  /// `run,layer,filter,verdict,channel,row,column,weight`; the bias of a filter stands without a
  /// place.
  public var csv: String {
    CSVText.lines(
      ["run", "layer", "filter", "verdict", "channel", "row", "column", "weight"],
      layers.flatMap { layer in
        layer.filters.flatMap { filter in
          let head = [name, layer.name, filter.name, filter.verdict?.rawValue ?? ""]
          let weights = filter.kernels.enumerated().flatMap { channel, rows in
            rows.enumerated().flatMap { row, numbers in
              numbers.enumerated().map { column, number in
                head + [
                  "\(channel + 1)", "\(row + 1)", "\(column + 1)", NumberFormat.exact(number),
                ]
              }
            }
          }
          return weights + [head + ["", "", "", NumberFormat.exact(filter.bias)]]
        }
      })
  }
}

extension LearnedKernels {
  /// A part of a sheet for each layer: a tile a filter, a picture a channel, all of one scale.
  public var sections: [TileSheet.Section] {
    layers.enumerated().map { place, layer in
      let size = layer.filters[0].kernels[0].count
      let title = [name, "convolution \(place + 1)"].filter { !$0.isEmpty }.joined(separator: " · ")
      return TileSheet.Section(
        title: "\(title) · \(layer.filters.count) filters of \(size) × \(size)",
        scale: .signed(largest: layer.largest), hasNumbers: layer.channels.count == 1,
        tiles: layer.filters.map { $0.tile(in: layer) })
    }
  }
}

extension LearnedKernels.Filter {
  fileprivate func tile(in layer: LearnedKernels.Layer) -> TileSheet.Tile {
    let grids = kernels.enumerated().map { channel, rows in
      TileSheet.Grid(
        label: kernels.count == 1 ? "" : layer.channels[channel], rows: rows,
        names: rows.enumerated().map { row, numbers in
          numbers.indices.map { column in
            "\(layer.name) \(name), \(layer.channels[channel]), row \(row + 1), column \(column + 1)"
          }
        })
    }
    var tile = TileSheet.Tile(
      heading: name, grids: grids, lines: ["bias \(NumberFormat.text(for: bias))"])
    tile.verdict = verdict
    tile.verdictNote = death?.words ?? fires.map { " · fires at \(NumberFormat.percent($0))" } ?? ""
    return tile
  }
}
