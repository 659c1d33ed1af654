import GraphGradKit

extension ExperimentError {
  /// `place: error: words` for an experiment read from `source`.
  func message(in source: SourceText) -> String {
    switch place {
    case .file(let line, let column): source.message(line: line, column: column, words)
    case .setting(let setting): "--set \(setting): error: \(words)"
    case .input(let path): "\(path)\(row): error: \(words)"
    }
  }

  /// For a mistake in one of the tool's options `--example` and `--input`.
  var optionMessage: String {
    guard case .wrongValue(let key, let found, let expected) = problem else {
      return "error: \(words)"
    }
    let option = key.split(separator: ".").last.map {
      ["target", "label"].contains($0) ? "answer" : $0
    }
    return "--\(option ?? "input"): error: this is \(found) but should be \(expected)"
  }
}
