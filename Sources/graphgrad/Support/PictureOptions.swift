public import ArgumentParser
import GraphGradKit

/// The options by which a command is told where its picture will stand.
struct PictureOptions: ParsableArguments {
  enum Background: String, CaseIterable, ExpressibleByArgument { case white, transparent }

  @Flag(
    help:
      "SVG to paste into an HTML page: all its names start with --prefix, its styles hold for it.")
  var inline = false

  @Option(help: "Starts the names of an --inline picture; by default the output's name.")
  var prefix: String?

  @Option(help: "light or dark; by default SVG follows the reader's system, and others are light.")
  var appearance: Theme.Tone?

  @Option(help: "white, whatever the reader's system prefers, or transparent.")
  var background: Background?

  @Option(help: "The width of a PNG in pixels.")
  var width: Int?

  @Option(help: "The pixels of a PNG for an inch; 96 by default, 300 for print.")
  var dpi: Double?

  /// The colours of the picture.
  var theme: Theme {
    let tone = appearance ?? (background == .white ? .light : nil)
    var theme = tone.map(Theme.standard.fixed) ?? .standard
    theme.isTransparent = background == .transparent
    return theme
  }

  /// The picture as it is to be written.
  func picture(
    of drawing: Drawing, _ format: GraphFormat, output: String, orElse advice: String = ""
  ) throws(Failure) -> [UInt8] {
    guard let picture = format.picture else {
      preconditionFailure("\(format) is no picture")
    }
    try check(format)
    let size = try size(drawing)
    FontWarning.give()
    let bytes = try Output.drawing(orElse: advice) { () throws(DrawingError) in
      try drawing.picture(picture, size: size)
    }
    return try named(bytes, output)
  }

  /// An SVG as it is to be written.
  func named(_ svg: [UInt8], _ output: String) throws(Failure) -> [UInt8] {
    guard inline else { return svg }
    let prefix = prefix ?? Self.prefix(output)
    guard InlineSVG.isPrefix(prefix) else {
      throw .wrongInput(
        "--prefix \(prefix): error: this should be of letters (a to z), digits, _ and -, a letter "
          + "first")
    }
    return InlineSVG.make(svg, prefix: prefix)
  }

  /// Fails if something is asked for that the format does not have.
  func check(_ format: GraphFormat) throws(Failure) {
    if let prefix, !inline {
      throw .option(
        "--prefix", prefix, "this goes with --inline, and starts the names in the picture")
    }
    if inline, format != .svg {
      throw .wrongInput("--inline: error: this makes a piece of SVG, not \(format.rawValue)")
    }
    if format != .png {
      let words = "this is for png; \(format.rawValue) has no pixels"
      if let width { throw .option("--width", width, words) }
      if let dpi { throw .option("--dpi", dpi, words) }
    }
    if background == .white, appearance == .dark {
      throw .option("--background", "white", "this and --appearance dark do not go together")
    }
    if format == .json {
      let words = "this is for pictures, not json"
      if let appearance { throw .option("--appearance", appearance, words) }
      if let background { throw .option("--background", background, words) }
    }
  }

  private func size(_ drawing: Drawing) throws(Failure) -> PNGSize {
    if width != nil, dpi != nil {
      throw .wrongInput("error: give either --width or --dpi, not both")
    }
    let size: PNGSize = width.map { .width($0) } ?? dpi.map { .dotsPerInch($0) } ?? .standard
    if size == .standard, let smaller = drawing.readablePNGSize,
      case .dotsPerInch(let density) = smaller
    {
      Console.error(
        "the picture is drawn at \(Int(density)) pixels an inch instead of 96: it would be too large "
          + "for a PNG; an .svg has no such limit")
      return smaller
    }
    let pixels = drawing.pixels(size)
    guard size == .standard || (pixels.width >= 16 && PNGSize.fits(pixels)) else {
      let numbers = [pixels.width, pixels.height].map { NumberFormat.text(for: $0.rounded()) }
      throw .option(
        width == nil ? "--dpi" : "--width", width.map { "\($0)" } ?? dpi.map { "\($0)" } ?? "",
        "this picture would be \(numbers[0]) × \(numbers[1]) pixels; it should be 16 wide at least, "
          + "\(PNGSize.sideLimit) each way and \(PNGSize.areaLimit / 1_000_000) million in all at most"
      )
    }
    return size
  }

  private static func prefix(_ output: String) -> String {
    if output == "-" { return "graphgrad" }
    return InlineSVG.prefix(from: PathWords(output).stem)
  }
}

extension Theme.Tone: ExpressibleByArgument {}
