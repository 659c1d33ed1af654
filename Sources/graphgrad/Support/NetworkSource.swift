import ArgumentParser
import GraphGradKit
import Refusal

/// The options by which a command is given a network: an experiment, or weights and data.
struct NetworkOptions: ParsableArguments {
  @Argument(
    help: "An experiment, a YAML file, or a recording (.gradrec); - for standard input.")
  var experiment: String?

  @OptionGroup(title: "A network trained elsewhere") var trained: WeightsOptions

  @Option(name: .customLong("set"), help: "Another value for a key, such as steps=20 or seed=7.")
  var settings: [String] = []

  /// The network, ready to train if there is something to train.
  func run() throws(Failure) -> RunSource {
    guard trained.weights == nil else {
      guard experiment == nil else {
        throw .wrongInput("error: --weights goes with --data FILE, and without an experiment")
      }
      return RunSource(try WeightsSource(trained).trainer())
    }
    guard let experiment else {
      throw .wrongInput(
        "error: give an experiment (a .yaml file), or --weights FILE with --data FILE")
    }
    if let option = trained.used.first {
      throw .wrongInput("error: \(option) goes with --weights")
    }
    let run = try RunSource(experiment, settings: settings)
    WeightsReport(run.trainer)?.tell()
    return run
  }
}

/// Weights trained elsewhere, and a table of examples to look at them with.
struct WeightsOptions: ParsableArguments {
  @Option(
    help: """
      Instead of an experiment: weights trained elsewhere, .safetensors, .pt, .npz, .onnx or .json.
      """)
  var weights: String?

  @Option(
    help: """
      The layers to take from --weights, in their order, such as fc1,fc2,out; by default all, in the \
      order that their names and shapes tell.
      """)
  var layers: String?

  @Option(
    help: """
      The activation of the hidden layers, or of each layer, such as relu,tanh,sigmoid; by default \
      what the file says, else relu.
      """)
  var activation: String?

  @Option(help: "A CSV file of examples for --weights.")
  var data: String?

  @Option(help: "Whether the first line of --data names the columns: yes or no.")
  var header: Answer?

  @Option(
    help: "The input columns of --data, such as x,y; by default all of numbers but the answer's.")
  var inputs: String?

  @Option(help: "The column of --data that names the class.")
  var label: String?

  @Option(help: "What the classes are called, in the order of the outputs, such as cat,dog.")
  var classes: String?

  @Option(help: "The columns of --data with the numbers that should come out, such as a,b.")
  var targets: String?

  @Flag(help: "No column of --data is the answer.")
  var noAnswer = false

  enum Answer: String, CaseIterable, ExpressibleByArgument { case yes, no }

  /// The options given beside --weights.
  var used: [String] {
    let given: [(String, Bool)] = [
      ("--layers", layers != nil), ("--activation", activation != nil), ("--data", data != nil),
      ("--header", header != nil), ("--inputs", inputs != nil), ("--label", label != nil),
      ("--classes", classes != nil), ("--targets", targets != nil), ("--no-answer", noAnswer),
    ]
    return given.filter(\.1).map(\.0)
  }

  /// What was said of the answer; `nil` if nothing was.
  func answer() throws(Failure) -> CSVColumns.Answer? {
    guard [label != nil, targets != nil, noAnswer].count(where: { $0 }) < 2 else {
      throw .wrongInput("error: give one of --label, --targets and --no-answer")
    }
    if let label { return .label(label) }
    if let targets { return .targets(try Self.names(targets, "--targets")) }
    return noAnswer ? .unknown : nil
  }

  /// The names of a list such as `a,b`.
  static func names(_ text: String, _ option: String) throws(Failure) -> [String] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard !names.contains(""), Set(names).count == names.count else {
      throw .wrongInput("\(option) \(text): error: these should be different names, such as a,b")
    }
    return names
  }
}
