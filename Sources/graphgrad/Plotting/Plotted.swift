import GraphGradKit

/// What is plotted, as a diagram and as a table.
struct Plotted {
  let diagram: (Theme) -> Diagram
  let csv: String

  init(_ plot: Plot, _ caption: Caption, csv: String) {
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
    let maps = try all(sources) {
      DecisionMap($0.trainer, $0.state.parameters, name: $0.name)
    } orElse: {
      "\($0.path): error: a boundary is that of classes over two inputs, or the lines of one "
        + "predicted number in every run; this network has "
        + "\($0.trainer.inputNames.count) inputs and \($0.trainer.classNames.count) classes"
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

  init(_ sheet: TileSheet, _ caption: Caption, csv: String) {
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

  static func names(_ sources: [PlotSource]) -> String {
    sources.map(\.name).joined(separator: ", ")
  }

  static func when(_ sources: [PlotSource]) -> String {
    sources[0].state.step.map { "at step \($0)" } ?? "after training"
  }

  static func losses(_ sources: [PlotSource]) -> String {
    "training loss "
      + sources.map { NumberFormat.text(for: $0.state.loss) }.joined(separator: ", ")
  }

  /// What `make` gives of each run.
  static func all<Part>(
    _ sources: [PlotSource], _ make: (PlotSource) -> Part?, orElse words: (PlotSource) -> String
  ) throws(Failure) -> [Part] {
    var parts: [Part] = []
    for source in sources {
      guard let part = make(source) else { throw .wrongInput(words(source)) }
      parts.append(part)
    }
    return parts
  }

  /// Tables of the same columns, one below the other.
  static func joined(_ tables: [String]) -> String {
    tables.enumerated().map { index, table in
      index == 0 ? table : String(table.drop { $0 != "\n" }.dropFirst())
    }.joined()
  }
}
