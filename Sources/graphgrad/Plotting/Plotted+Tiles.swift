import GraphGradKit
import Refusal

/// Sheets of small pictures.
extension Plotted {
  /// - Parameter key: by what is grouped; `nil` for the usual.
  static func firing(_ sources: [PlotSource], by key: String?) throws(Failure) -> Plotted {
    let tiles = try all(sources) {
      FiringTiles($0.trainer, $0.state.parameters, name: $0.name, by: key)
    } orElse: {
      "--by \(key ?? ""): error: of \($0.path) this should be one of "
        + Words.list(FiringByGroup.keys($0.trainer))
    }
    for (source, tiles) in zip(sources, tiles) where tiles.firing.neurons.isEmpty {
      throw .wrongInput("\(source.path): error: there are no neurons but the outputs")
    }
    return Plotted(
      TileSheet(tiles.map(\.section)),
      Caption(
        title: "\(names(sources)) · where each neuron fires \(when(sources))",
        detail: "stronger: more often · empty: never · \(losses(sources))"),
      csv: joined(tiles.map(\.csv)))
  }

  static func kernels(_ sources: [PlotSource]) throws(Failure) -> Plotted {
    let kernels = sources.map {
      LearnedKernels($0.trainer, $0.state.parameters, history: $0.history, name: $0.name)
    }
    for (source, kernels) in zip(sources, kernels) where kernels.layers.isEmpty {
      throw .wrongInput("\(source.path): error: kernels are those of convolutions; it has none")
    }
    return Plotted(
      TileSheet(kernels.flatMap(\.sections)),
      Caption(
        title: "\(names(sources)) · kernels \(when(sources))",
        detail: "blue: above 0 · orange with a minus: below 0 · \(losses(sources))"),
      csv: joined(kernels.map(\.csv)))
  }

  static func examples(_ sources: [PlotSource]) throws(Failure) -> Plotted {
    let sheets = try all(sources) {
      AnsweredPictures($0.trainer, $0.state.parameters, name: $0.name)
    } orElse: {
      "\($0.path): error: examples are pictures of classes: the inputs of a convolutional "
        + "network, or inputs called r1c1, r1c2, …; this network has none"
    }
    return Plotted(
      TileSheet(sheets.map(\.section)),
      Caption(
        title: "\(names(sources)) · what it answers, and how sure it is, \(when(sources))",
        detail: "× and a frame: answered wrong; these come first · \(losses(sources))"),
      csv: joined(sheets.map(\.csv)))
  }
}
