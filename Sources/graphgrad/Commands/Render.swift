import ArgumentParser
import GraphGradKit

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw an expression or a network: every value, its gradient, who acts and who not.",
    discussion: """
      An expression is read from a file, from -e or from standard input; its root's value and the \
      gradient of every name are printed. With -o the graph is drawn.

        graphgrad render -e 'a=2; b=-3; L = tanh(a*b + 1)' -o graph.svg
        graphgrad render Samples/expression.grad -o expression.png --set a=3

      An experiment (a .yaml file) is trained up to --step, or to its end, and its network drawn: \
      one example, inputs of your own, or all training examples.

        graphgrad render Samples/yinyang.yaml --step 20 --example 3 -o neurons.svg
        graphgrad render Samples/yinyang.yaml --over data -o data.svg
        graphgrad render Samples/yinyang.yaml --focus layer1/neuron3 -o neuron.svg

      A graph that was computed elsewhere is a .json file; -o graph.json writes such files, and \
      Samples/micrograd_export.py makes them of PyPI's micrograd.

        graphgrad render graph.json -o graph.svg

      In the language of expressions: assignments, += -= *= /=, + - * / ^, brackets, comments from \
      #, the constants pi and e, and the functions \
      \(ScalarExpression.functionNames.joined(separator: " ")). \
      The last statement is the root. relu has derivative 0 at 0.
      """)

  @Argument(
    help: "An expression, an experiment or a graph (.json); - or nothing for standard input.")
  var file: String?

  @OptionGroup var options: ExpressionOptions

  @OptionGroup(title: "Options for experiments") var view: ViewOptions

  @Option(help: "The step whose parameters are drawn, before its update; the end by default.")
  var step: Int?

  @Option(help: "Draw what changed since this step, in the same places; for recordings.")
  var diff: Int?

  @Option(name: [.customShort("o"), .long], help: "The picture; - for standard output.")
  var output: String?

  @Option(help: "svg, png, pdf, dot or json; by default what the output's name ends in.")
  var format: GraphFormat?

  @Option(name: .customLong("set"), help: "Another number or value, such as a=3 or seed=7.")
  var settings: [String] = []

  @Flag(help: "Print the values as JSON instead of a table.")
  var json = false

  @OptionGroup(title: "Options for pictures") var picture: PictureOptions

  @Option(help: "The largest layout to try: boxes, and columns that edges cross.")
  var maxSize = Drawing.defaultSizeLimit

  func run() throws {
    let format = try outputFormat()
    try Output.check(output)
    if let file, isNetwork {
      let bytes = try drawNetwork(file, format)
      try Output.write(bytes, to: output ?? "-")
    } else {
      try renderExpression(format)
    }
  }

  /// Whether what is drawn is a network, and not an expression.
  private var isNetwork: Bool {
    guard let file else { return false }
    return ExperimentSource.isExperiment(file) || RunSource.isRecording(file)
      || GraphSource.isGraph(file)
  }

  private func drawNetwork(_ file: String, _ format: GraphFormat?) throws -> [UInt8] {
    guard let format, let output else {
      throw Failure.wrongInput("error: say where to draw the network, such as -o network.svg")
    }
    if options.expression != nil || options.root != nil || json {
      throw Failure.wrongInput("error: -e, --root and --json go with expressions")
    }
    if GraphSource.isGraph(file) { return try drawGraph(GraphSource(file), format) }
    var run = try RunSource(file, settings: settings)
    let (state, history) = try run.state(at: step)
    var trainer = run.trainer
    let view = try view.resolve(trainer, sizeLimit: format == .json ? nil : maxSize)
    var network = try Output.network { () throws(UnknownNeuron) in
      try trainer.picture(of: state, view, history: history)
    }
    _ = NonFiniteWarning.give(network)
    var caption = trainer.caption(of: state, view)
    if let diff {
      guard RunSource.isRecording(file) else {
        throw Failure.option("--diff", diff, "this compares two steps of a recording (.gradrec)")
      }
      network = try run.changes(of: network, since: diff, view)
      caption.compare(to: diff)
    }
    return try draw(network, caption, format, output)
  }

  /// A graph that was computed elsewhere.
  private func drawGraph(_ graph: GraphSource, _ format: GraphFormat) throws -> [UInt8] {
    guard !view.isUsed, step == nil, diff == nil, settings.isEmpty else {
      throw Failure.wrongInput(
        "error: a graph in a .json file is drawn as it is, without --set, --step, --diff and views")
    }
    _ = NonFiniteWarning.give(graph.picture)
    return try draw(graph.picture, graph.caption, format, output ?? "-")
  }

  private func draw(
    _ network: NetworkPicture, _ caption: Caption, _ format: GraphFormat, _ output: String
  ) throws -> [UInt8] {
    try picture.check(format)
    if format == .json { return network.json() }
    let advice = isNetwork ? SmallerPicture.ofNetwork : SmallerPicture.ofExpression
    let drawing = try Output.drawing(orElse: advice) { () throws(DrawingError) in
      try network.drawing(caption: caption, theme: picture.theme, sizeLimit: maxSize)
    }
    FoldingNote.give(drawing)
    return try picture.picture(of: drawing, format, output: output, orElse: advice)
  }

  private func checkExpressionOptions() throws(Failure) {
    if view.isUsed || step != nil || diff != nil {
      throw .wrongInput(
        "error: --view, --example, --input, --answer, --over, --focus, --depth, --expand, --step and "
          + "--diff go with "
          + "experiments (.yaml files) and recordings (.gradrec files)")
    }
  }

  private func renderExpression(_ format: GraphFormat?) throws {
    try checkExpressionOptions()
    let source = try ExpressionSource(options, file: file)
    try Tape.recording {
      let recorded = try record(source)
      let values = NamedValues(recorded)
      let graph = recorded.graph
      NonFiniteWarning.give(graph)
      let picture = try format.map { try draw(graph, source, $0) }
      if let picture, let output { try Output.write(picture, to: output) }
      if output == "-" {
        Console.error(values.table)
      } else {
        try Console.write(json ? values.json : values.table)
      }
    }
  }

  private func record(_ source: ExpressionSource) throws(Failure) -> RecordedExpression {
    try source.record(root: options.root, settings: ExpressionSource.numbers(settings))
  }

  private func draw(
    _ graph: Graph, _ source: ExpressionSource, _ format: GraphFormat
  ) throws -> [UInt8] {
    let value = "\(graph.name) = \(NumberFormat.text(for: graph.nodes[graph.root].data))"
    let caption = Caption(title: source.title, detail: source.title == value ? "" : value)
    return try draw(graph, foldingSums: false, caption, format)
  }

  /// With long sums as one box each where all their additions would be too many.
  private func draw(
    _ graph: Graph, foldingSums: Bool, _ caption: Caption, _ format: GraphFormat
  ) throws -> [UInt8] {
    let view = ScalarView(graph, foldingSums: foldingSums)
    if !foldingSums, format != .json, view.layoutSize > maxSize {
      let folded = ScalarView(graph, foldingSums: true)
      if folded.layoutSize <= maxSize {
        Console.error(
          "folded \(view.boxCount) values into \(folded.boxCount) boxes: a long sum is one box Σ")
        return try draw(graph, foldingSums: true, caption, format)
      }
    }
    return try draw(
      .values(graph, foldsSums: foldingSums), caption, format, output ?? "-")
  }

  /// The format of the picture; `nil` when none is wanted.
  private func outputFormat() throws(Failure) -> GraphFormat? {
    guard let output else {
      if let format {
        throw .option(
          "--format", format, "this says what to draw; add -o FILE, or -o - for here")
      }
      return nil
    }
    if output == "-", json {
      throw .wrongInput("error: --json and -o - both write to standard output; choose one")
    }
    if let format { return format }
    return try PictureName.format(of: output)
  }
}

extension Render: PictureCommand {
  var sources: [String] {
    if options.expression != nil { return file.map { [$0] } ?? [] }
    return [file ?? "-"]
  }

  var besides: String? { json ? "--json" : nil }

  func drawn() throws -> [UInt8] {
    if let file, isNetwork { return try drawNetwork(file, outputFormat()) }
    return try drawn(ExpressionSource(options, file: file))
  }

  /// The picture of an expression that was read already.
  func drawn(_ source: ExpressionSource) throws -> [UInt8] {
    try checkExpressionOptions()
    return try Tape.recording {
      let graph = try record(source).graph
      NonFiniteWarning.give(graph)
      return try draw(graph, source, outputFormat() ?? .svg)
    }
  }
}
