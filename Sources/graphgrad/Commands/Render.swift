public import ArgumentParser
import GraphGradKit

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw an expression: every value, its gradient, and how it came about.",
    discussion: """
      Reads a file, the text given by -e, or standard input, and prints the root's value and the \
      gradient of every name. With -o the graph is drawn.

        graphgrad render -e 'a=2; b=-3; L = tanh(a*b + 1)' -o graph.svg
        graphgrad render Samples/expression.grad -o expression.png --set a=3

      In the language: assignments, += -= *= /=, + - * / ^, brackets, comments from #, the \
      constants pi and e, and the functions \(ScalarExpression.functionNames.joined(separator: " ")). \
      The last statement is the root. relu has derivative 0 at 0.
      """)

  @Argument(help: "A file with an expression; - or nothing for standard input.")
  var file: String?

  @OptionGroup var options: ExpressionOptions

  @Option(name: [.customShort("o"), .long], help: "The picture; - for standard output.")
  var output: String?

  @Option(help: "svg, png, pdf, dot or json; by default what the output's name ends in.")
  var format: GraphFormat?

  @Option(name: .customLong("set"), help: "Another number for a name, such as a=3.")
  var settings: [String] = []

  @Flag(help: "Print the values as JSON instead of a table.")
  var json = false

  @Option(help: "The largest layout to try: boxes, and columns that edges cross.")
  var maxSize = Drawing.defaultSizeLimit

  func run() throws {
    let format = try outputFormat()
    let source = try ExpressionSource(options, file: file)
    try Tape.recording {
      let recorded = try source.record(root: options.root, settings: settings)
      let values = NamedValues(recorded)
      let graph = recorded.root.graph(named: recorded.rootName)
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

  private func draw(
    _ graph: Graph, _ source: ExpressionSource, _ format: GraphFormat
  ) throws -> [UInt8] {
    let value = "\(graph.name) = \(NumberFormat.text(for: graph.nodes[graph.root].data))"
    let caption = Caption(title: source.title, detail: source.title == value ? "" : value)
    return try Output.drawing { () throws(DrawingError) in
      try graph.bytes(format, caption: caption, sizeLimit: maxSize)
    }
  }

  /// The format of the picture; `nil` when none is wanted.
  private func outputFormat() throws(Failure) -> GraphFormat? {
    guard let output else {
      guard format == nil else {
        throw .wrongInput("error: --format says what to draw; add -o FILE, or -o - for here")
      }
      return nil
    }
    if output == "-", json {
      throw .wrongInput("error: --json and -o - both write to standard output; choose one")
    }
    if let format { return format }
    if let format = GraphFormat(path: output) { return format }
    let endings = GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw .wrongInput(
      output == "-"
        ? "error: -o - needs --format, one of \(endings)"
        : "\(output): error: the name should end in one of \(endings), or say --format")
  }
}

extension GraphFormat: ExpressibleByArgument {}
