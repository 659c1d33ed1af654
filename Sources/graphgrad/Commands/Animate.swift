import ArgumentParser
import GraphGradKit

struct Animate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one SVG that plays a recorded run or the chain rule, for a README or a slide.",
    discussion: """
      The picture moves without script, so it plays where an image is allowed. Where animation is \
      off, and in print, its last frame stands still.

        graphgrad animate Output/yinyang/run.gradrec -o Output/yinyang-animated.svg
        graphgrad animate Samples/dying-relu.yaml --frames 30 -o Output/dying-relu-animated.svg
        graphgrad animate Output/yinyang/run.gradrec --inside 37 --view neurons -o Output/step.svg
        graphgrad animate Samples/backpropagation.grad --speed 1 -o Output/chain-rule.svg
      """)

  @Argument(
    help: "A recording (.gradrec), an experiment (.yaml) to train now, or an expression (.grad).")
  var file: String

  @Option(help: "Such as 1..100, 20.., ..50; all by default.")
  var steps = StepRange()

  @Option(help: "The most frames; of more steps some are left out, evenly.")
  var frames = 60

  @Option(help: "Frames a second.")
  var speed = 8.0

  @Option(help: "Play the frames within this step, instead of steps.")
  var inside: Int?

  @Option(help: "How much happens at once inside a step: operation, neuron or layer.")
  var by: Moment.Grain?

  @OptionGroup var view: ViewOptions

  @OptionGroup(title: "Options for pictures") var picture: PictureOptions

  @Option(name: [.customShort("o"), .long], help: "The picture; - for standard output.")
  var output: String?

  @Option(name: .customLong("set"), help: "Another value for an experiment's key, such as seed=7.")
  var settings: [String] = []

  func run() throws {
    guard let output else {
      throw Failure.wrongInput("error: say where to write, such as -o animation.svg")
    }
    try Output.check(output)
    try Output.write(drawn(), to: output)
  }

  func drawn() throws -> [UInt8] {
    try Failure.check("--frames", frames, atLeast: 2)
    guard speed > 0, speed.isFinite else {
      throw Failure.option("--speed", speed, "this should be above 0")
    }
    let film = try film()
    try picture.check(.svg)
    let bytes = try Output.drawing(orElse: SmallerPicture.ofFrames) { () throws(DrawingError) in
      let drawing = try film[0].network.drawing(caption: film[0].caption, theme: picture.theme)
      FoldingNote.give(drawing)
      return try drawing.animation(film, framesPerSecond: speed)
    }
    return try picture.named(bytes, output ?? "-")
  }

  private func film() throws(Failure) -> [FilmFrame] {
    guard !ExpressionFilm.isExpression(file) else {
      guard steps.isAll, inside == nil, by ?? .operation == .operation, !view.isUsed,
        settings.isEmpty
      else { throw ExpressionFilm.refusal("--steps, --inside, --by, --set") }
      return try ExpressionFilm.frames(file)
    }
    var run = try RunSource(recordingOf: file, settings: settings)
    let view = try view.resolve(run.trainer)
    if let inside { return try run.film(inside: inside, by: by ?? .operation, view) }
    return try run.film(steps.indices(of: run.recorded, every: 1), most: frames, view)
  }
}

extension Animate: PictureCommand {
  var sources: [String] { [file] }
}
