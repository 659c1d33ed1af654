import ArgumentParser
import Foundation
import GraphGradKit

struct Prune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take the neurons without effect out, and prove that nothing changes.",
    discussion: """
      Writes network.json, the network that is left, and draws before.svg and after.svg. Both \
      networks are run over all examples; if any output differs by one bit, nothing is written. \
      The JSON file can be used in an experiment: model: {weights: network.json}.

        graphgrad prune Samples/dying-relu.yaml -o Output/pruned
      """)

  @OptionGroup var network: NetworkOptions

  @Option(help: "The step whose parameters are taken, before its update; the end by default.")
  var step: Int?

  @Option(help: "The examples over which nothing may change: train, validation, test or all.")
  var split = ExampleSet.train

  @Option(
    name: [.customShort("o"), .long],
    help: "The folder to write to; Output/, the experiment's name and -pruned by default.")
  var output: String?

  func run() throws {
    var run = try network.run()
    let examples = try split.examples(of: run.trainer)
    let state = try run.stateAlone(at: step)
    let trainer = run.trainer
    guard trainer.hasPlainLayers else {
      throw Failure.wrongInput(
        "error: this network is not made of plain layers, so it cannot be written without some "
          + "of its neurons")
    }
    let pruning = Pruning(trainer, state.parameters, over: examples)
    let difference = NumberFormat.text(for: pruning.largestDifference)
    guard pruning.largestDifference == 0 else {
      throw Failure.failed(
        "error: without the neurons \(Words.list(pruning.removed)) an output changes by "
          + "\(difference); nothing was written")
    }
    let folder = output ?? "Output/\(FolderName.make(trainer.experiment.name))-pruned"
    try write(pruning, trainer, state, to: folder)
    try Console.write(words(pruning, trainer, examples.count, difference, folder))
  }

  private func write(
    _ pruning: Pruning, _ trainer: Trainer, _ state: NetworkState, to folder: String
  ) throws {
    let network: String
    do { network = try WeightsFile.jsonText(pruning.layers) } catch {
      throw Failure.failed("error: this network cannot be written: \(error.words)")
    }
    var (before, after) = (trainer, pruning.pruned)
    let view = NetworkView(kind: .neurons, subject: .data)
    let left = NetworkState(state, parameters: after.parameters)
    let pictures = try [
      draw(&before, state, view, note: "before"),
      draw(&after, left, view, note: "after, without \(pruning.removed.count) neurons"),
    ]
    try Output.makeFolder(folder)
    try Output.write(Array(network.utf8), to: "\(folder)/network.json")
    try Output.write(pictures[0], to: "\(folder)/before.svg")
    try Output.write(pictures[1], to: "\(folder)/after.svg")
  }

  private func draw(
    _ trainer: inout Trainer, _ state: NetworkState, _ view: NetworkView, note: String
  ) throws -> [UInt8] {
    var caption = trainer.caption(of: state, view)
    caption.title += " · \(note)"
    let network = try Output.network { () throws(UnknownNeuron) in
      try trainer.picture(of: state, view)
    }
    return try Output.drawing { () throws(DrawingError) in
      try network.drawing(caption: caption).picture(.svg)
    }
  }

  private func words(
    _ pruning: Pruning, _ trainer: Trainer, _ count: Int, _ difference: String, _ folder: String
  ) -> String {
    let all = trainer.layers.dropLast().reduce(0, +)
    var lines = [
      "\(trainer.experiment.name): \(pruning.removed.count) of \(all) hidden neurons taken out"
        + (pruning.removed.isEmpty ? "" : ": \(Words.list(pruning.removed))")
    ]
    if !pruning.left.isEmpty {
      lines.append(
        "without effect alone, but left so that nothing changes and no layer is empty: "
          + Words.list(pruning.left))
    }
    lines.append("largest difference of any output over \(count) examples: \(difference)")
    lines.append("network.json, before.svg and after.svg in \(folder)/")
    return lines.joined(separator: "\n") + "\n"
  }
}
