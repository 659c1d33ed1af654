internal import Datasets
internal import NeuralNetworks
internal import Refusal
internal import Weights

extension ExperimentError {
  package var words: String {
    switch problem {
    case .syntax(let reason): "this is not YAML: \(reason)"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .notAMapping(let key):
      "\(key.isEmpty ? "an experiment" : key) should be keys with values, such as name: yinyang"
    case .unknownKey(let key, let known): "unknown key \(key); known here: \(Words.list(known))"
    case .missingKey(let key, let example):
      "\(key) is missing, such as \(lastName(key)): \(example)"
    case .wrongValue(let key, let found, let expected):
      "\(key) is \(found) but should be \(expected)"
    case .malformedSetting: "a setting reads key=value, such as model.layers=[16,3]"
    case .unreadable(let reason): reason
    case .badTable(let error): error.words
    case .badText(let error): error.words
    case .badWeights(let error): error.words
    case .unknownActivation(let layer, let name):
      "the activation of layer \(layer) is \(Words.quoted(name)); there are "
        + "\(Words.list(ActivationName.known)), the last for outputs only"
    case .activationCount(let found, let layers):
      "\(found) activations for \(Words.count(layers, "layer")); say one for all hidden layers, one "
        + "for each of them, or one for each layer"
    case .activationConflict(let layer, let said, let file):
      "the activation of layer \(layer) was said to be \(said), but the file says \(file)"
    case .outputActivation(let name, let loss):
      "the outputs go through a \(name), which does not go with loss: \(loss.rawValue); "
        + (name == "softmax" ? "crossEntropy contains it" : "binaryCrossEntropy contains it")
    case .inputCount(let found, let expected):
      "the network of these weights reads \(expected) inputs, the data have \(found)"
    case .noTrainingExamples(let count):
      "no example to train on: the split leaves none of \(count); see data.count and data.split"
    }
  }

  private func lastName(_ key: String) -> Substring {
    key.split(separator: ".").last ?? Substring(key)
  }

  package var row: String {
    switch problem {
    case .badTable(let error): error.place
    case .badText(.notUTF8(let line)): ":\(line)"
    case .badWeights(let error): error.place
    default: ""
    }
  }
}

extension ExperimentError: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String {
    switch place {
    case .file(let line, let column): "line \(line), column \(column): \(words)"
    case .setting(let setting): "\(setting): \(words)"
    case .input(let path): "\(path)\(row): \(words)"
    }
  }
}

extension RunDescriptionError: CustomStringConvertible {
  /// What does not fit.
  public var description: String { mistake }
}
