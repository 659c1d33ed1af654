import ArgumentParser
import Foundation
import GraphGradKit

/// The options by which a command is given an expression.
struct ExpressionOptions: ParsableArguments {
  @Option(name: [.customShort("e"), .customLong("expression")], help: "The expression itself.")
  var expression: String?

  @Option(help: "The value to take gradients of; the last one by default.")
  var root: String?
}

/// An expression with the text it was read from.
struct ExpressionSource {
  let source: SourceText
  private let expression: ScalarExpression

  /// Reads the expression given by `-e`, in a file, or on standard input.
  init(_ options: ExpressionOptions, file: String?) throws(Failure) {
    if options.expression != nil, file != nil {
      throw .wrongInput("error: give either an expression with -e or a file, not both")
    }
    if options.expression == nil, file == nil, isatty(FileHandle.standardInput.fileDescriptor) == 1
    {
      throw .wrongInput("error: give an expression with -e, a file, or something on standard input")
    }
    let source =
      if let text = options.expression {
        SourceText(name: "expression", text: text)
      } else {
        try SourceText.read(file ?? "-")
      }
    self.source = source
    do { expression = try ScalarExpression(source.text) } catch {
      throw Self.failure(error, in: source)
    }
  }

  /// Records the expression on the current tape.
  func record(root: String?, settings: [String]) throws(Failure) -> RecordedExpression {
    var numbers: [String: Double] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let number = Double(parts[1]) else {
        throw .wrongInput("--set \(setting): error: a setting reads name=number, such as a=3")
      }
      numbers[parts[0]] = number
    }
    do {
      return try expression.record(root: root, settings: numbers)
    } catch {
      throw Self.failure(error, in: source)
    }
  }

  private static func failure(_ error: ExpressionError, in source: SourceText) -> Failure {
    switch error.problem {
    case .cannotSet(let name, _): .wrongInput("--set \(name): error: \(error.words)")
    case .unknownRoot(let name, _): .wrongInput("--root \(name): error: \(error.words)")
    default:
      .wrongInput(
        source.message(line: error.place.line, column: error.place.column, error.words))
    }
  }
}

extension ExpressionSource {
  /// What to write above a drawing: the file's name, or the expression.
  var title: String {
    guard source.name == "expression" || source.name == "standard input" else {
      return String(source.name.split(separator: "/").last ?? "")
    }
    return source.text.split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}
