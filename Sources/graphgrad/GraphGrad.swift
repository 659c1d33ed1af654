import ArgumentParser
import Foundation

/// The command-line tool.
@main
struct GraphGrad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphgrad",
    abstract: "Draws computation graphs with the value and the gradient of everything in them.",
    version: "0.1.0",
    subcommands: [
      Render.self, Train.self, Seeds.self, Info.self, Frames.self, Page.self, Animate.self,
      Neurons.self,
      TimelineCommand.self, PlotCommand.self, Prune.self, GradCheck.self, Sweep.self,
      Generate.self, Samples.self, Embed.self,
    ])

  /// Exit codes: 0 for success, 2 for wrong input, 3 for what `neurons --fail-on` found,
  /// 1 for anything else that fails.
  static func main() {
    StandardStreams.prepare()
    do {
      try Arguments.check()
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.error(failure.message)
      Foundation.exit(failure.exitCode)
    } catch {
      finish(error)
    }
  }

  /// Help and versions are results; everything else is said beside them.
  private static func finish(_ error: any Error) -> Never {
    let message = fullMessage(for: error)
    guard exitCode(for: error) == .success else {
      Console.error(message)
      Foundation.exit(2)
    }
    do { try Console.write(message + "\n") } catch {
      Console.error(error.message)
      Foundation.exit(error.exitCode)
    }
    Foundation.exit(0)
  }
}
