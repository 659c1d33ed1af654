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
    if options.expression == nil, file == nil, isatty(STDIN_FILENO) == 1 {
      throw .wrongInput("error: give an expression with -e, a file, or something on standard input")
    }
    let source =
      if let text = options.expression {
        SourceText(name: "expression", text: text)
      } else {
        try SourceText.read(file ?? "-")
      }
    try self.init(source)
  }

  /// Reads the expression in a file.
  init(path: String) throws(Failure) { try self.init(SourceText.read(path)) }

  /// An expression that was read already.
  init(_ source: SourceText) throws(Failure) {
    self.source = source
    do { expression = try ScalarExpression(source.text) } catch {
      throw Self.failure(error, in: source)
    }
  }

  /// The names that are assigned a plain number.
  var settableNames: [String] { expression.settableNames }

  /// Records the expression on the current tape.
  ///
  /// - Parameter settings: other numbers for names that are assigned a number.
  func record(
    root: String?, settings: [String: Double]
  ) throws(Failure) -> RecordedExpression {
    do { return try expression.record(root: root, settings: settings) } catch {
      throw Self.failure(error, in: source)
    }
  }

  /// The numbers of settings such as `a=3`.
  static func numbers(_ settings: [String]) throws(Failure) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let number = Double(parts[1]) else {
        throw .wrongInput("--set \(setting): error: a setting reads name=number, such as a=3")
      }
      numbers[parts[0]] = number
    }
    return numbers
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
    if source.isFile { return String(source.name.split(separator: "/").last ?? "") }
    return source.text.split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}

extension RecordedExpression {
  /// The root and all it was computed from, with their gradients.
  var graph: Graph { root.graph(named: rootName) }
}
