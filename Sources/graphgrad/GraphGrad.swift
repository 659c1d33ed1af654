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
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.error(failure.message)
      Foundation.exit(failure.exitCode)
    } catch {
      let isSuccess = exitCode(for: error) == .success
      let message = fullMessage(for: error)
      if isSuccess { print(message) } else { Console.error(message) }
      Foundation.exit(isSuccess ? 0 : 2)
    }
  }
}
