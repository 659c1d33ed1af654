import ArgumentParser
import GraphGradKit

struct Page: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a page to step through a recorded run: one HTML file that needs no network.",
    discussion: """
      Play training forwards and backwards, look inside each step, choose or type an example, see \
      which neurons act and since when others are dead, set a neuron to 0 or change a weight and \
      see what changes. The page replays the recorded program itself, in double precision.

      Of more than 2,000 steps, or a large network, it has some at equal distances, so that it stays \
      a file of a few megabytes; a line says so.

        graphgrad page Output/yinyang/run.gradrec -o Output/yinyang.html
        graphgrad page Output/yinyang/run.gradrec --fragment -o player.html
      """)

  @Argument(help: "A recording (.gradrec).")
  var recording: String

  @Flag(help: "One HTML element instead of a whole file, to put into an existing page.")
  var fragment = false

  @Option(name: [.customShort("o"), .long], help: "The page; - for standard output.")
  var output: String

  func run() throws {
    let source = try RecordingSource.read(recording)
    try Output.check(output)
    let page: PlayerPage
    do { page = try PlayerPage(source) } catch let error as DrawingError {
      throw Failure.failed("error: \(error.words)")
    } catch PageError.readsText {
      throw Failure.failed(
        "\(recording): error: there is no page of a network that reads texts; render, frames, "
          + "neurons, timeline and plot draw it")
    } catch let error as RecordingError {
      throw Failure.wrongInput(error.message(recording))
    }
    tell(PlayerPage.part(of: source).stepCount, of: source.stepCount)
    try Output.write(fragment ? page.fragment : page.html, to: output)
  }

  private func tell(_ shown: Int, of count: Int) {
    guard shown < count else { return }
    Console.error(
      "the page has \(shown) of the \(count) recorded steps; graphgrad frames draws any of them")
  }
}
