import GraphGradKit
import Refusal

/// What was read of a network trained elsewhere, told before anything is said about it.
struct WeightsReport {
  private var trainer: Trainer
  private let trained: TrainedNetwork
  private let table: CSVTable?
  private let reason: ColumnChoice.Reason?

  /// `nil` for a network that was not read from weights.
  init?(_ trainer: Trainer, _ table: CSVTable? = nil, _ reason: ColumnChoice.Reason? = nil) {
    guard let trained = trainer.trained else { return nil }
    self.trainer = trainer
    self.trained = trained
    self.table = table
    self.reason = reason
  }

  /// Two lines and a table on standard error.
  func tell() {
    let lines = ["weights: \(network)", "data: \(examples)"]
    Console.error((lines + layers + notes).joined(separator: "\n"))
  }

  private var network: String {
    let name = trained.path.split(separator: "/").last.map(String.init) ?? trained.path
    let layers = trained.layers
    return "\(name), \(trained.reading.format.words), \(Words.count(layers.count, "layer"))"
      + trained.reading.order.words
  }

  private var examples: String {
    var copy = trainer
    let examples = trainer.split.train + trainer.split.validation + trainer.split.test
    let accuracy =
      trainer.loss == .unknown
      ? nil : copy.evaluate(examples, trainer.parameters).accuracy.map(Percent.text)
    return
      ([Words.count(examples.count, "example") + separator]
      + ["inputs \(Words.list(trainer.inputNames))", answer]
      + (accuracy.map { ["accuracy \($0)"] } ?? [])).joined(separator: "; ")
  }

  private var separator: String {
    guard let table else { return "" }
    let header = table.headerKind == .absent ? ", no header" : ""
    return " (\(table.separator.rawValue)s\(header))"
  }

  private var answer: String {
    guard case .csv(_, let columns) = trainer.experiment.data.source else { return "" }
    let why =
      switch reason {
      case .onlyOne: ", the only column that can be"
      case .noneLeft: ", since every column is an input"
      case .said, nil: ""
      }
    switch columns.answer {
    case .label(let name):
      let classes = trainer.classNames.enumerated().map { "\($1) (\($0))" }
      return "answer \(name)\(why): class \(Words.list(classes))"
    case .targets(let names): return "answer \(Words.list(names))\(why): numbers"
    case .unknown: return "no answer\(why)"
    }
  }

  private var layers: [String] {
    var table = TextTable(["layer", "name", "inputs", "outputs", "activation", ""])
    for (index, layer) in trained.layers.enumerated() {
      let source = trained.sources[index]
      table.add([
        "layer\(index + 1)", layer.name, "\(layer.shape[1])", "\(layer.shape[0])",
        trained.activations[index].name, source.words,
      ])
    }
    return table.text.split(separator: "\n").map(String.init)
  }

  private var notes: [String] {
    var notes = trained.reading.notes.map(\.words)
    if let inLoss = trained.inLoss {
      notes.append(
        trainer.loss == .unknown
          ? "outputs are what goes into the \(inLoss.name)"
          : "the \(inLoss.name) is part of the loss (\(trainer.loss.rawValue)); outputs are what goes "
            + "into it")
    }
    return notes.map { "note: \($0)" }
  }
}

extension WeightsFormat {
  fileprivate var words: String {
    switch self {
    case .safetensors: "safetensors"
    case .json: "JSON"
    case .pytorch: "PyTorch"
    case .numpy: "NumPy"
    case .onnx: "ONNX"
    }
  }
}

extension LayerOrder {
  fileprivate var words: String {
    switch self {
    case .single: ""
    case .said: " in the order of --layers"
    case .file: " in the order of the file"
    case .numbers: " in the order of the numbers in their names"
    case .shapes: " in the only order that fits their shapes"
    case .shapesOnly:
      " in the only order that fits their shapes, though the file or the numbers in their names say "
        + "another"
    }
  }
}

extension TrainedNetwork.Source {
  fileprivate var words: String {
    switch self {
    case .said: "said"
    case .file: "in the file"
    case .assumed: "assumed"
    }
  }
}

extension WeightsNote {
  fileprivate var words: String {
    switch self {
    case .withoutBias(let layers):
      "the file has no bias for \(Words.list(layers.map(Words.quoted))); it is taken as 0"
    case .weightNorm(let layer):
      "the weight of \(Words.quoted(layer)) is normalised in the file and was multiplied out"
    }
  }
}
