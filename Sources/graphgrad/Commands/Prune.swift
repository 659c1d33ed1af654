import ArgumentParser
import GraphGradKit
import Refusal

struct Prune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take the neurons without effect out, and prove that nothing changes.",
    discussion: """
      Writes network.json, the network that is left, and draws before.svg and after.svg. Both \
      networks are run over all examples; if any output differs by one bit, nothing is written. \
      The JSON file can be used in an experiment: model: {weights: network.json}. Of a \
      convolutional network filters are taken out, too, and what is left is network.gradrec, a \
      recording without steps.

        graphgrad prune Samples/dying-relu.yaml -o Output/pruned
        graphgrad prune Samples/digits.yaml -o Output/digits-pruned
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
    guard trainer.hasPlainLayers || trainer.isConvolutional else {
      throw Failure.wrongInput(
        "error: this network is made neither of plain layers nor of convolutions, so it cannot be "
          + "written without some of its neurons")
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
    let text = try text(of: pruning)
    var (before, after) = (trainer, pruning.pruned)
    let view = NetworkView(kind: .neurons, subject: .data)
    let left = NetworkState(state, parameters: after.parameters)
    let pictures = try [
      draw(&before, state, view, note: "before"),
      draw(&after, left, view, note: "after, without \(pruning.removed.count) neurons"),
    ]
    try Output.makeFolder(folder)
    let network = "\(folder)/network.\(text == nil ? "gradrec" : "json")"
    let names = ["before", "after"].map { "\(folder)/\($0).svg" }
    try Output.check(network, names[0], names[1])
    if let text {
      try Output.write(Array(text.utf8), to: network)
    } else {
      try record(after, to: network)
    }
    for (picture, name) in zip(pictures, names) { try Output.write(picture, to: name) }
  }

  /// Plain layers as JSON; `nil` for a convolutional network.
  private func text(of pruning: Pruning) throws(Failure) -> String? {
    guard let layers = pruning.layers else { return nil }
    do { return try WeightsFile.jsonText(layers) } catch {
      throw .failed("error: this network cannot be written: \(error.words)")
    }
  }

  /// Writes a recording without steps.
  private func record(_ trainer: Trainer, to path: String) throws(Failure) {
    var trainer = trainer
    let (loss, accuracy) = trainer.evaluate(trainer.split.train, trainer.parameters)
    do {
      let writer = try RecordingWriter(path: path, of: trainer)
      try writer.finish(RecordedStep(after: trainer.state, loss: loss, accuracy: accuracy))
    } catch { throw .failed(error.message(path)) }
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
      "\(trainer.experiment.name): \(pruning.removed.count) of \(all) hidden neurons"
        + (trainer.isConvolutional ? " and filters" : "") + " taken out"
        + (pruning.removed.isEmpty ? "" : ": \(Words.list(pruning.removed))")
    ]
    if !pruning.left.isEmpty {
      lines.append(
        "without effect alone, but left so that nothing changes and no layer is empty: "
          + Words.list(pruning.left))
    }
    lines.append("largest difference of any output over \(count) examples: \(difference)")
    let file = pruning.layers == nil ? "network.gradrec" : "network.json"
    lines.append("\(file), before.svg and after.svg in \(folder)/")
    return lines.joined(separator: "\n") + "\n"
  }
}
