import GraphGradKit

extension ExperimentError {
  /// `place: error: words` for an experiment read from `source`.
  func message(in source: SourceText) -> String {
    switch place {
    case .file(let line, let column): source.message(line: line, column: column, words)
    case .setting(let setting): "--set \(setting): error: \(words)"
    case .csv(let path): "\(path)\(row): error: \(words)"
    }
  }

  private var words: String {
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
    case .noTrainingExamples(let count):
      "no example to train on: the split leaves none of \(count); see data.count and data.split"
    }
  }

  private func lastName(_ key: String) -> Substring {
    key.split(separator: ".").last ?? Substring(key)
  }

  private var row: String {
    if case .badTable(let error) = problem { return error.place }
    return ""
  }
}
