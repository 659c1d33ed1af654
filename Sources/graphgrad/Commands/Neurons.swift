import ArgumentParser
import GraphGradKit
import Refusal

struct Neurons: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell which neurons are dead or without effect, and why.",
    discussion: """
      Every neuron's output is set to 0 and the network replayed over all examples: what changes \
      is its effect, exactly. A verdict is the first that holds of nan, disconnected, dead, \
      zero-effect, constant, blocked, saturated, active; --format json has everything that holds.

        graphgrad neurons Samples/dying-relu.yaml
        graphgrad neurons Samples/dying-relu.yaml --step 20 --format json
        graphgrad neurons Samples/yinyang.yaml --fail-on dead,zero-effect
        graphgrad neurons Samples/diffusion.yaml --by level
        graphgrad neurons Output/names/run.gradrec --by position
        graphgrad neurons --weights net.safetensors --activation relu --data points.csv
        graphgrad neurons --weights net.pt --layers fc1,fc2,out --data points.csv --label class
      """)

  @OptionGroup var network: NetworkOptions

  @Option(help: "The step whose parameters are judged, before its update; the end by default.")
  var step: Int?

  @Option(help: "The examples to judge by: train, validation, test or all.")
  var split = ExampleSet.train

  @Option(help: "table, json, csv or markdown.")
  var format = NeuronReport.Format.table

  @Option(
    help: "Exit with code 3 if one of these holds of a neuron, such as dead,zero-effect.")
  var failOn: String?

  @Option(help: "Outputs and effects of this size and below count as 0.")
  var tolerance = 0.0

  @Option(
    help: """
      Tell how often neurons fire in groups of the examples instead: those of a class, or of a \
      range of an input, by its name; of texts at each position, or at each token.
      """)
  var by: String?

  @Option(help: "Into how many ranges --by parts an input.")
  var bins = 5

  func run() throws {
    guard tolerance >= 0, tolerance.isFinite else {
      throw Failure.option("--tolerance", tolerance, "this should be 0 or more")
    }
    let alarms = try alarms()
    var run = try network.run()
    let examples = try split.examples(of: run.trainer)
    if let by {
      let state = try run.stateAlone(at: step)
      return try tellFiring(by, run.trainer, state, examples)
    }
    let (state, history) = try run.state(at: step)
    let trainer = run.trainer
    let activity = Activity(
      trainer.laneSet(state.parameters, over: examples), tolerance: tolerance,
      history: split == .train && tolerance == 0 ? history : nil)
    let records = activity.neurons.map { NeuronRecord($0, tolerance: tolerance) }
    let report = NeuronReport(
      records, title: title(trainer, state, activity), hasLoss: activity.lanes.hasLoss)
    try Console.write(report.text(format))
    try raise(alarms, records)
  }

  private func tellFiring(
    _ key: String, _ trainer: Trainer, _ state: NetworkState, _ examples: [Example]
  ) throws(Failure) {
    guard (1...100).contains(bins) else {
      throw .option("--bins", bins, "this should be from 1 to 100")
    }
    guard failOn == nil, tolerance == 0 else {
      throw .option("--by", key, "this goes without --fail-on and --tolerance")
    }
    guard
      let firing = FiringByGroup(trainer, state.parameters, examples, by: key, bins: bins)
    else {
      let known = Words.list(FiringByGroup.keys(trainer))
      throw .wrongInput("--by \(key): error: this should be one of \(known)")
    }
    let title = "\(place(trainer, state, examples.count)): how often neurons fire by \(key)"
    try Console.write(FiringReport(firing, title: title).text(format))
  }

  private func title(_ trainer: Trainer, _ state: NetworkState, _ activity: Activity) -> String {
    let within = tolerance > 0 ? ", 0 within \(NumberFormat.exact(tolerance))" : ""
    let place = place(trainer, state, activity.lanes.lanes.count)
    guard activity.lanes.hasLoss else { return place + within }
    return "\(place): "
      + (trainer.experiment.reduction == .mean ? "loss " : "mean loss ")
      + "\(NumberFormat.text(for: activity.loss))\(within)"
  }

  /// Which network, at which step, over which examples.
  private func place(_ trainer: Trainer, _ state: NetworkState, _ count: Int) -> String {
    let steps = trainer.experiment.steps
    let when =
      steps == 0 ? "" : state.step.map { ", step \($0) of \(steps)" } ?? ", after \(steps) steps"
    let word = steps == 0 ? "" : split.word
    return "\(trainer.experiment.name)\(when), over \(count) \(word)examples"
  }

  /// What may not hold of a neuron.
  private func alarms() throws(Failure) -> [Finding] {
    let known = Finding.allCases.filter { $0 != .silent }
    var alarms: [Finding] = []
    for word in failOn?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
      let name = word.filter { $0 != " " }
      guard let finding = Finding(rawValue: name), known.contains(finding) else {
        throw .wrongInput(
          "--fail-on \(name): error: this should be one of \(Words.list(known.map(\.rawValue)))")
      }
      alarms.append(finding)
    }
    return alarms
  }

  private func raise(_ alarms: [Finding], _ records: [NeuronRecord]) throws(Failure) {
    let found = records.filter { !Set($0.holds).isDisjoint(with: alarms) }.map(\.neuron)
    guard !found.isEmpty else { return }
    let words = alarms.map(\.rawValue).joined(separator: " or ")
    throw .found(
      "error: \(words): \(found.count) of \(records.count) neurons: \(Words.list(found))")
  }
}
