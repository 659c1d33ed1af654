public import ArgumentParser
import Foundation
import GraphGradKit

/// The options by which a command is given a network: an experiment, or weights and data.
struct NetworkOptions: ParsableArguments {
  @Argument(
    help: "An experiment, a YAML file, or a recording (.gradrec); - for standard input.")
  var experiment: String?

  @Option(help: "Instead of an experiment: weights trained elsewhere, .safetensors or .json.")
  var weights: String?

  @Option(help: "The activation of the hidden layers of --weights.")
  var activation: Activation = .relu

  @Option(help: "A CSV file of examples for --weights.")
  var data: String?

  @Option(help: "The input columns of --data, such as x,y; by default the first ones.")
  var inputs: String?

  @Option(help: "The column of --data that names the class.")
  var label: String?

  @Option(help: "The columns of --data with the numbers that should come out, such as a,b.")
  var targets: String?

  @Option(name: .customLong("set"), help: "Another value for a key, such as steps=20 or seed=7.")
  var settings: [String] = []

  /// The network, ready to train if there is something to train.
  func run() throws(Failure) -> RunSource {
    guard let weights else {
      guard let experiment else {
        throw .wrongInput(
          "error: give an experiment (a .yaml file), or --weights FILE with --data FILE")
      }
      if data != nil || inputs != nil || label != nil || targets != nil {
        throw .wrongInput("error: --data, --inputs, --label and --targets go with --weights")
      }
      return try RunSource(experiment, settings: settings)
    }
    guard experiment == nil, let data else {
      throw .wrongInput("error: --weights goes with --data FILE, and without an experiment")
    }
    return RunSource(try WeightsSource(weights, data: data).trainer(self))
  }
}

extension Activation: ExpressibleByArgument {}

/// A network trained elsewhere, and the examples to look at it with.
private struct WeightsSource {
  private let weights: String
  private let data: String
  private let header: [String]
  private let inputCount: Int
  private let outputCount: Int

  init(_ weights: String, data: String) throws(Failure) {
    self.weights = weights
    self.data = data
    let table: CSVTable
    do { table = try CSVTable(SourceText.read(data).text) } catch let error as CSVError {
      throw .wrongInput("\(data)\(error.place): error: \(error.words)")
    } catch let failure as Failure { throw failure } catch { throw .failed("\(error)") }
    header = table.header.map { $0.trimmingCharacters(in: .whitespaces) }
    let layers = try Self.layers(weights)
    inputCount = layers.first?.weight.first?.count ?? 0
    outputCount = layers.last?.bias.count ?? 0
  }

  func trainer(_ options: NetworkOptions) throws(Failure) -> Trainer {
    let columns = try columns(options)
    let experiment = Experiment(
      named: PathWords(weights).stem,
      weights: PathWords(weights).whole, activation: options.activation,
      data: PathWords(data).whole, columns: columns)
    do { return try Trainer(experiment) } catch {
      throw .wrongInput(error.message(in: SourceText(name: weights, text: "")))
    }
  }

  private func columns(_ options: NetworkOptions) throws(Failure) -> CSVColumns {
    let inputs = options.inputs.map(Self.names) ?? Array(header.prefix(inputCount))
    if options.label != nil, options.targets != nil {
      throw .wrongInput("error: give either --label or --targets, not both")
    }
    if let targets = options.targets {
      return CSVColumns(inputs: inputs, answer: .targets(Self.names(targets)))
    }
    if let label = options.label { return CSVColumns(inputs: inputs, answer: .label(label)) }
    let others = header.filter { !inputs.contains($0) }
    if others.count == 1 { return CSVColumns(inputs: inputs, answer: .label(others[0])) }
    throw .wrongInput(
      "\(data):1:1: error: say which column holds the class (--label) or the numbers that should "
        + "come out (--targets); beside the inputs \(Words.list(inputs)) there are: "
        + (others.isEmpty ? "none" : Words.list(others)))
  }

  private static func names(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func layers(_ path: String) throws(Failure) -> [LinearLayer] {
    let bytes = try SourceText.bytes(path)
    do { return try WeightsFile.layers(bytes, path: path) } catch {
      throw .wrongInput("\(path)\(error.place): error: \(error.words)")
    }
  }
}
