public import Autograd

/// An expression on the current tape.
public struct RecordedExpression {
  /// The value that gradients are taken of.
  public let root: Value
  /// The root's name, or its text if it has none.
  public let rootName: String
  /// Every named value in the order of assignment. A name that was assigned again stands for its
  /// last value; the earlier ones are called `c₁`, `c₂`, ….
  public let variables: [(name: String, value: Value)]
}

extension ScalarExpression {
  /// Records the expression on the current tape.
  ///
  /// - Parameters:
  ///   - root: the name of the value to take gradients of; the last statement by default.
  ///   - settings: other numbers for names that are assigned a number.
  /// - Throws: ``ExpressionError`` for a name without a value.
  public func record(
    root: String? = nil, settings: [String: Double] = [:]
  ) throws(ExpressionError) -> RecordedExpression {
    try check(settings)
    var recorder = ExpressionRecorder(statements: statements, settings: settings)
    return try recorder.record(root: root)
  }

  /// The names that are assigned a plain number, in their order: what can be set to another one.
  public var settableNames: [String] {
    statements.filter { $0.literal != nil && $0.compound == nil }.compactMap(\.target)
  }

  private func check(_ settings: [String: Double]) throws(ExpressionError) {
    guard !settings.isEmpty else { return }
    let names = settableNames
    for name in settings.keys.sorted() where !names.contains(name) {
      throw ExpressionError(
        place: .init(line: 1, column: 1), problem: .cannotSet(name, settable: names))
    }
  }
}
