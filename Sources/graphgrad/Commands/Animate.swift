import ArgumentParser
import GraphGradKit

struct Animate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one SVG that plays a recorded run, for a README or a slide.",
    discussion: """
      The picture moves without script, so it plays where an image is allowed. Where animation is \
      off, and in print, its last frame stands still.

        graphgrad animate Output/yinyang/run.gradrec -o Output/yinyang-animated.svg
        graphgrad animate Output/yinyang/run.gradrec --inside 37 --view neurons -o Output/step.svg
      """)

  @Argument(help: "A recording (.gradrec).")
  var recording: String

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

  @Option(name: [.customShort("o"), .long], help: "The picture; - for standard output.")
  var output: String

  func run() throws {
    guard frames >= 2, speed > 0, speed.isFinite else {
      throw Failure.wrongInput("error: --frames should be 2 or more and --speed above 0")
    }
    var run = try RunSource(recordingAt: recording)
    let view = try view.resolve(run.trainer)
    let film =
      try inside.map { try run.film(inside: $0, by: by ?? .operation, view) }
      ?? run.film(steps.indices(of: run.recorded, every: 1), most: frames, view)
    let bytes = try Output.drawing { () throws(DrawingError) in
      let drawing = try film[0].network.drawing(caption: film[0].caption)
      return try drawing.animation(film, framesPerSecond: speed)
    }
    try Output.write(bytes, to: output)
  }
}
