import ArgumentParser
import GraphGradKit
import Refusal

struct Sweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Move one number of an expression through a range: a table, CSV, and frames.",
    discussion: """
      For each number the expression is computed forward and backward. The table shows the root and \
      its derivative by that number; CSV has every name with the root's derivative by it.

        graphgrad sweep Samples/physics-tyre.grad --over lap=0..70 --count 71 --csv tyre.csv
        graphgrad sweep -e 'x=0; L = relu(2*x - 1)' --over x=-1..2 --count 13 -o Output/sweep
      """)

  @Argument(help: "A file with an expression; - or nothing for standard input.")
  var file: String?

  @OptionGroup var options: ExpressionOptions

  @Option(parsing: .unconditional, help: "The name to move and its range, such as x=-1..2.")
  var over: SweepRange

  @Option(help: "How many numbers, the ends included, at equal distances.")
  var count = 21

  @Option(name: .customLong("set"), help: "Another number for another name, such as a=3.")
  var settings: [String] = []

  @Option(help: "A CSV file of every name and derivative; - for standard output.")
  var csv: String?

  @Option(
    name: [.customShort("o"), .long], help: "A folder for a frame of the graph at each number.")
  var output: String?

  @Option(help: "What kind of picture each frame is: svg or png.")
  var format = Frames.Format.svg

  func run() throws {
    guard (2...100_000).contains(count) else {
      throw Failure.wrongInput("--count \(count): error: this should be from 2 to 100000")
    }
    let source = try ExpressionSource(options, file: file)
    guard source.settableNames.contains(over.name) else {
      throw Failure.wrongInput(
        "--over \(over.name): error: only a name that is assigned a plain number can be moved; "
          + "here these are \(Words.list(source.settableNames))")
    }
    var settings = try ExpressionSource.numbers(settings)
    try Output.check(csv)
    var pictures = try output.map { folder throws(Failure) in
      try PictureWriter(
        folder: folder, format: format.picture, orElse: SmallerPicture.ofExpression)
    }
    var table = SweepTable(over.name)
    for (place, number) in over.numbers(count).enumerated() {
      settings[over.name] = number
      try Tape.recording { () throws(Failure) in
        let recorded = try source.record(root: options.root, settings: settings)
        table.add(NamedValues(recorded))
        guard pictures != nil else { return }
        let words = "\(over.name) = \(NumberFormat.text(for: number))"
        try pictures?.write(
          .values(recorded.graph, foldsSums: false),
          Caption(title: source.title, detail: words),
          "sweep-\(PictureWriter.padded(place + 1, to: count))")
      }
    }
    try write(table, pictures)
  }

  private func write(_ table: SweepTable, _ pictures: PictureWriter?) throws(Failure) {
    if let csv { try Output.write(Array(table.csv.utf8), to: csv) }
    if csv != "-" { try Console.write(table.text) }
    guard let pictures else { return }
    Console.error("\(pictures.count) frames in \(pictures.folder)/")
  }
}
