import GraphGradKit

/// Plots of parameters and of what the optimiser remembers of them.
extension Plotted {
  static func weights(_ sources: [PlotSource]) -> Plotted {
    let squares = sources.map { WeightSquares($0.trainer, $0.state.parameters, name: $0.name) }
    let columns = squares.map(\.layers.count).max() ?? 1
    return Plotted(
      Plot(squares.flatMap(\.panels), columns: min(max(columns, 1), 4)),
      Caption(
        title: "\(names(sources)) · weights \(when(sources))",
        detail: "area: size · full: above 0 · open: below 0 · \(losses(sources))"),
      csv: joined(squares.map(\.csv)))
  }

  static func units(_ sources: [PlotSource], row: Int) throws(Failure) -> Plotted {
    let blocks = try all(sources) {
      UnitBlocks($0.trainer, $0.state.parameters, name: $0.name)
    } orElse: {
      "\($0.path): error: units are those of a first layer whose weights are each of one input"
    }
    return Plotted(
      Plot(blocks.flatMap { $0.panels(row: row) }, columns: 1),
      Caption(
        title: "\(names(sources)) · what each unit of the first layer weighs \(when(sources))",
        detail: "area: size · full: above 0 · open: below 0 · \(losses(sources))"),
      csv: joined(blocks.map(\.csv)))
  }

  static func paths(_ sources: [PlotSource]) throws(Failure) -> Plotted {
    let paths = try all(sources) {
      ParameterPath($0.trainer, $0.steps, end: $0.state, name: $0.name)
    } orElse: {
      "\($0.path): error: a path is that of two parameters; this network has "
        + "\($0.trainer.parameters.count)"
    }
    return Plotted(
      Plot(ParameterPath.panels(paths), columns: min(paths.count, 2)),
      Caption(
        title: "\(names(sources)) · the way of two parameters",
        detail: "thin lines: where the training loss is the same · \(losses(sources))"),
      csv: ParameterPath.csv(paths))
  }

  static func optimizers(_ sources: [PlotSource]) throws(Failure) -> Plotted {
    let curves = sources.map {
      OptimizerCurves($0.steps, parameterNames: $0.trainer.parameterNames, name: $0.name)
    }
    if let index = curves.firstIndex(where: \.stateNames.isEmpty) {
      throw .wrongInput(
        "\(sources[index].path): error: nothing that its optimizer remembers is there to plot")
    }
    return Plotted(
      Plot(curves.flatMap(\.panels), columns: 2),
      Caption(
        title: "\(names(sources)) · what the optimizer remembers before each step",
        detail: losses(sources)), csv: joined(curves.map(\.csv)))
  }
}
