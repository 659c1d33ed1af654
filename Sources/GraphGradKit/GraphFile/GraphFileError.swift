internal import Foundation
public import GraphModel
public import Weights

/// Why a text is not the JSON form of a graph.
public struct GraphFileError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The text is not JSON.
    case notJSON(JSONProblem)
    /// A key is missing.
    case missing(String)
    /// A value is of another kind than it should be, or none of the words that can stand there.
    case wrongValue
    /// The values do not make a graph.
    case mistake(GraphMistake.Problem)
  }

  /// The line, counted from 1.
  public let line: Int
  /// In bytes, counted from 1.
  public let column: Int
  /// What is wrong.
  public let problem: Problem
  /// Such as `nodes[3].operands`; empty for the whole text.
  public let path: String

  init(line: Int, column: Int, problem: Problem, path: String = "") {
    self.line = line
    self.column = column
    self.problem = problem
    self.path = path
  }

  init(_ error: any Error, _ places: JSONPlaces) {
    switch error {
    case let mistake as GraphMistake:
      self.init(.mistake(mistake.problem), mistake.path.map(\.parts), places)
    case DecodingError.keyNotFound(let key, let context):
      self.init(.missing(key.stringValue), context.codingPath.map(\.parts), places)
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      self.init(.wrongValue, context.codingPath.map(\.parts), places)
    default: self.init(.wrongValue, [], places)
    }
  }

  private init(
    _ problem: Problem, _ path: [(key: String?, index: Int?)], _ places: JSONPlaces
  ) {
    let (line, column) = places.place(of: path)
    let words = path.map { step in step.index.map { "[\($0)]" } ?? ".\(step.key ?? "")" }.joined()
    self.init(
      line: line, column: column, problem: problem,
      path: words.hasPrefix(".") ? String(words.dropFirst()) : words)
  }
}

extension GraphMistake.Step {
  fileprivate var parts: (key: String?, index: Int?) {
    switch self {
    case .key(let key): (key, nil)
    case .place(let place): (nil, place)
    }
  }
}

extension CodingKey {
  fileprivate var parts: (key: String?, index: Int?) {
    intValue.map { (nil, $0) } ?? (stringValue, nil)
  }
}
