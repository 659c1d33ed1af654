import GraphGradKit

/// What is plotted, as a diagram and as a table.
struct Plotted {
  let diagram: (Theme) -> Diagram
  let csv: String

  private init(_ plot: Plot, _ caption: Caption, csv: String) {
    diagram = { Diagram(plot, caption: caption, theme: $0) }
    self.csv = csv
  }

  static func losses(
    _ sources: [PlotSource], isLogarithmic: Bool
  ) throws(Failure) -> Plotted {
    if let untrained = sources.first(where: { $0.steps.isEmpty }) {
      throw .wrongInput("\(untrained.path): error: no step of it is there to plot")
    }
    let curves = LossCurves(
      sources.map { LossCurves.Run(name: $0.name, $0.steps, history: $0.history) })
    if isLogarithmic, curves.hasNoPositive {
      throw .wrongInput("error: --log needs a loss above 0, and there is none")
    }
    return Plotted(
      curves.plot(isLogarithmic: isLogarithmic),
      Caption(title: "\(names(sources)) · loss", detail: signs(of: curves) + losses(sources)),
      csv: curves.csv)
  }

  static func boundaries(_ sources: [PlotSource]) throws(Failure) -> Plotted {
    let levels = sources.compactMap {
      LevelMap($0.trainer, $0.state.parameters, name: $0.name)
    }
    if levels.count == sources.count { return self.levels(levels, sources) }
    var maps: [DecisionMap] = []
    for source in sources {
      let map = DecisionMap(source.trainer, source.state.parameters, name: source.name)
      guard let map else {
        throw .wrongInput(
          "\(source.path): error: a boundary is that of classes over two inputs, or the lines of one "
            + "predicted number in every run; this network has "
            + "\(source.trainer.inputNames.count) inputs and "
            + "\(source.trainer.classNames.count) classes")
      }
      maps.append(map)
    }
    let classes = maps[0].classNames.enumerated().map { index, name in
      "\(Plot.sign(ofSeries: index)) \(name)"
    }
    let plot = Plot(maps.map(\.panel), columns: min(maps.count, 3))
    return Plotted(
      plot,
      Caption(
        title: "\(names(sources)) · what is predicted where \(when(sources))",
        detail: "\(classes.joined(separator: "   "))   × predicted wrong · \(losses(sources))"),
      csv: joined(maps.map(\.csv)))
  }

  private static func levels(_ maps: [LevelMap], _ sources: [PlotSource]) -> Plotted {
    Plotted(
      Plot(maps.map(\.panel), columns: min(maps.count, 3)),
      Caption(
        title: "\(names(sources)) · what is predicted where \(when(sources))",
        detail: "each line: one number · \(Plot.sign(ofSeries: 0)) training examples · "
          + losses(sources)),
      csv: joined(maps.map(\.csv)))
  }

  static func activations(_ sources: [PlotSource]) -> Plotted {
    let histograms = OutputHistograms.comparing(
      sources.map { ($0.trainer, $0.state.parameters, $0.name) })
    let panels = histograms.flatMap(\.panels)
    let columns = histograms.map(\.layers.count).max() ?? 1
    let title = "\(names(sources)) · outputs of neurons \(when(sources))"
    return Plotted(
      panels.isEmpty ? empty : Plot(panels, columns: min(max(columns, 1), 4)),
      Caption(title: title, detail: losses(sources)), csv: joined(histograms.map(\.csv)))
  }

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
    var blocks: [UnitBlocks] = []
    for source in sources {
      let own = UnitBlocks(source.trainer, source.state.parameters, name: source.name)
      guard let own else {
        throw .wrongInput(
          "\(source.path): error: units are those of a first layer whose weights are each of one input"
        )
      }
      blocks.append(own)
    }
    return Plotted(
      Plot(blocks.flatMap { $0.panels(row: row) }, columns: 1),
      Caption(
        title: "\(names(sources)) · what each unit of the first layer weighs \(when(sources))",
        detail: "area: size · full: above 0 · open: below 0 · \(losses(sources))"),
      csv: joined(blocks.map(\.csv)))
  }

  static func paths(_ sources: [PlotSource]) throws(Failure) -> Plotted {
    var paths: [ParameterPath] = []
    for source in sources {
      let path = ParameterPath(
        source.trainer, source.steps, end: source.state, name: source.name)
      guard let path else {
        throw .wrongInput(
          "\(source.path): error: a path is that of two parameters; this network has "
            + "\(source.trainer.parameters.count)")
      }
      paths.append(path)
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

  /// - Parameter key: by what is grouped; `nil` for the usual.
  static func firing(_ sources: [PlotSource], by key: String?) throws(Failure) -> Plotted {
    var tiles: [FiringTiles] = []
    for source in sources {
      let own = FiringTiles(source.trainer, source.state.parameters, name: source.name, by: key)
      guard let own else {
        throw .wrongInput(
          "--by \(key ?? ""): error: of \(source.path) this should be one of "
            + Words.list(FiringByGroup.keys(source.trainer)))
      }
      guard !own.firing.neurons.isEmpty else {
        throw .wrongInput("\(source.path): error: there are no neurons but the outputs")
      }
      tiles.append(own)
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
    var sheets: [AnsweredPictures] = []
    for source in sources {
      let sheet = AnsweredPictures(source.trainer, source.state.parameters, name: source.name)
      guard let sheet else {
        throw .wrongInput(
          "\(source.path): error: examples are pictures of classes: the inputs of a convolutional "
            + "network, or inputs called r1c1, r1c2, …; this network has none")
      }
      sheets.append(sheet)
    }
    return Plotted(
      TileSheet(sheets.map(\.section)),
      Caption(
        title: "\(names(sources)) · what it answers, and how sure it is, \(when(sources))",
        detail: "× and a frame: answered wrong; these come first · \(losses(sources))"),
      csv: joined(sheets.map(\.csv)))
  }

  private init(_ sheet: TileSheet, _ caption: Caption, csv: String) {
    diagram = { Diagram(sheet, caption: caption, theme: $0) }
    self.csv = csv
  }

  static func timeline(_ sources: [PlotSource]) throws(Failure) -> Plotted {
    guard sources.count == 1, !sources[0].steps.isEmpty else {
      throw .wrongInput("error: a timeline is that of one run with steps")
    }
    return Plotted(
      sources[0].history,
      Caption(
        title: TimelineTitle.text(sources[0].name, sources[0].history),
        detail: losses(sources)))
  }

  private init(_ history: FiringHistory, _ caption: Caption) {
    diagram = { Diagram(history, caption: caption, theme: $0) }
    csv = TimelineTable(history).text
  }

  /// Of a network without any neuron but its outputs.
  private static var empty: Plot {
    Plot(
      [
        Plot.Panel(
          title: "there are no neurons but the outputs", x: PlotAxis("", from: 0, to: 1),
          y: PlotAxis("", from: 0, to: 1), marks: [])
      ], columns: 1)
  }

  /// What the signs of a plot of losses mean, as far as they are in it.
  private static func signs(of curves: LossCurves) -> String {
    let hasValidation = curves.runs.contains { !$0.validation.isEmpty }
    let hasDeaths = curves.runs.contains { !$0.deaths.isEmpty }
    return (hasValidation ? "solid: training, dashed: validation · " : "")
      + (hasDeaths ? "×: so many neurons died · " : "")
  }

  private static func names(_ sources: [PlotSource]) -> String {
    sources.map(\.name).joined(separator: ", ")
  }

  private static func when(_ sources: [PlotSource]) -> String {
    sources[0].state.step.map { "at step \($0)" } ?? "after training"
  }

  private static func losses(_ sources: [PlotSource]) -> String {
    "training loss "
      + sources.map { NumberFormat.text(for: $0.state.loss) }.joined(separator: ", ")
  }

  /// Tables of the same columns, one below the other.
  private static func joined(_ tables: [String]) -> String {
    tables.enumerated().map { index, table in
      index == 0 ? table : String(table.drop { $0 != "\n" }.dropFirst())
    }.joined()
  }
}
