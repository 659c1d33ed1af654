public import ArgumentParser
import GraphGradKit

struct Frames: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw any steps of a recorded run, or the chain rule step by step.",
    discussion: """
      One picture a step, all from one layout: no box moves. Steps count from 1; end is the \
      network after the last update.

        graphgrad frames Output/yinyang/run.gradrec --steps 1..50 --example 3 -o Output/frames
        graphgrad frames Output/yinyang/run.gradrec --view scalar --every 10 -o Output/frames

      --inside draws the frames within one step: forward, operation by operation, the loss, backward \
      in the order of the chain rule with each edge's product, and the update.

        graphgrad frames Output/yinyang/run.gradrec --inside 37 --by layer -o Output/inside

      Of an expression these are the only frames: the chain rule, one operation at a time.

        graphgrad frames Samples/backpropagation.grad -o Output/frames
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svg, png

    var picture: PictureFormat { self == .svg ? .svg : .png }
  }

  @Argument(help: "A recording (.gradrec), or an expression (.grad).")
  var file: String

  @Option(help: "Such as 1..100, 20.., ..50 or 37; all by default.")
  var steps = StepRange()

  @Option(
    help: """
      A frame every so many of these steps, and one of the last; by default 1, or 50 frames of \
      large networks.
      """)
  var every: Int?

  @Option(help: "Draw what changed since this step, in the same places.")
  var diff: Int?

  @Option(help: "Draw the frames within this step, instead of steps.")
  var inside: Int?

  @Option(help: "How much happens at once inside a step: operation, neuron or layer.")
  var by: Moment.Grain?

  @OptionGroup var view: ViewOptions

  @Option(help: "What kind of picture each frame is: svg or png.")
  var format = Format.svg

  @Option(name: [.customShort("o"), .long], help: "The folder of the frames.")
  var output: String

  func run() throws {
    guard !ExpressionFilm.isExpression(file) else { return try drawExpression() }
    try Failure.check("--every", every)
    if let by, inside == nil {
      throw Failure.option(
        "--by", by, "this goes with --inside, such as --inside 37 --by \(by)")
    }
    var run = try RunSource(recordingAt: file)
    let distance =
      every ?? FrameWriter.usualDistance(run.trainer, steps: run.recorded.stepCount)
    let indices = try steps.indices(of: run.recorded, every: distance)
    let (_, history) = try run.state(at: nil)
    var frames = try FrameWriter(
      run.trainer, view.resolve(run.trainer), format: format.picture, folder: output, every: 1)
    if let inside {
      try drawInside(inside, &run, &frames)
      return
    }
    for index in indices {
      try frames.draw(index, of: &run, history: history.prefix(index + 1), comparedTo: diff)
    }
    try Console.write("\(frames.count) frames in \(frames.folder)/\n")
  }

  private func drawExpression() throws(Failure) {
    guard steps.isAll, every == nil, diff == nil, inside == nil, by ?? .operation == .operation,
      !view.isUsed
    else { throw ExpressionFilm.refusal("--steps, --every, --diff, --inside, --by") }
    let film = try ExpressionFilm.frames(file)
    var pictures = try PictureWriter(
      folder: output, format: format.picture, orElse: SmallerPicture.ofExpression)
    try pictures.write(moments: film)
    try Console.write("\(pictures.count) frames of \(file) in \(output)/\n")
  }

  private func drawInside(
    _ step: Int, _ run: inout RunSource, _ frames: inout FrameWriter
  ) throws(Failure) {
    if let diff { throw .option("--diff", diff, "--inside draws one step, without --diff") }
    try frames.draw(inside: step, of: &run, by: by ?? .operation)
    try Console.write("\(frames.count) frames within step \(step) in \(frames.folder)/\n")
  }
}

extension Moment.Grain: ExpressibleByArgument {}
