/// Chooses the columns of a table for a network that was trained elsewhere.
///
/// The answer is never an input. What is not said is only taken where nothing else would do.
public struct ColumnChoice: Sendable {
  /// Why a column is the answer, or none is.
  public enum Reason: Sendable, Equatable {
    /// A person said so.
    case said
    /// It is the only column that can be, since the others are as many as the network has inputs.
    case onlyOne
    /// All columns are inputs.
    case noneLeft
  }

  private let table: CSVTable
  private let inputCount: Int
  private let outputCount: Int
  /// The columns that hold numbers only, apart from what is missing.
  private let numbers: [String]

  /// - Parameters:
  ///   - inputs: how many inputs the network has.
  ///   - outputs: how many outputs.
  public init(_ table: CSVTable, inputs: Int, outputs: Int) {
    self.table = table
    inputCount = inputs
    outputCount = outputs
    numbers = table.header.indices.filter { table.isNumbers($0) }.map { table.header[$0] }
  }

  /// The columns, and why the answer is what it is.
  ///
  /// - Parameters:
  ///   - inputs: the input columns, if a person said them; else all columns of numbers but the
  ///     answer's.
  ///   - answer: what a person said; `nil` to see it from the table.
  /// - Throws: ``ColumnError`` where there is no choice or more than one.
  public func columns(
    inputs: [String]?, answer: CSVColumns.Answer?
  ) throws(ColumnError) -> (columns: CSVColumns, reason: Reason) {
    let (answer, reason) = try self.answer(answer, inputs)
    let columns = CSVColumns(inputs: [], answer: answer)
    let answers = columns.names
    let taken = inputs ?? numbers.filter { !answers.contains($0) }
    if let name = taken.first(where: answers.contains) { throw .answerIsInput(name) }
    if let name = (taken + answers).first(where: { !table.header.contains($0) }) {
      throw .table(
        .missingColumn(
          name: name, header: table.header, hasHeader: table.headerKind != .absent))
    }
    guard taken.count == inputCount else {
      throw .inputCount(
        found: taken, expected: inputCount, others: others(than: taken + answers))
    }
    return (CSVColumns(inputs: taken, answer: answer), reason)
  }

  private func answer(
    _ said: CSVColumns.Answer?, _ inputs: [String]?
  ) throws(ColumnError) -> (CSVColumns.Answer, Reason) {
    if let said { return (said, .said) }
    if let inputs { return try answer(beside: inputs) }
    return try answer(among: numbers)
  }

  /// The answer where the inputs are said: the only other column, if it can be one.
  private func answer(
    beside inputs: [String]
  ) throws(ColumnError) -> (CSVColumns.Answer, Reason) {
    let others = table.header.filter { !inputs.contains($0) }
    if others.isEmpty { return (.unknown, .noneLeft) }
    guard others.count == 1, namesClasses(others[0]) else { throw .answerUnsure(others) }
    return (.label(others[0]), .onlyOne)
  }

  /// The answer where nothing is said: the only column that names classes and leaves as many numbers
  /// as there are inputs.
  private func answer(
    among numbers: [String]
  ) throws(ColumnError) -> (CSVColumns.Answer, Reason) {
    if numbers.count == table.header.count, numbers.count == inputCount {
      return (.unknown, .noneLeft)
    }
    let answers = table.header.filter { name in
      numbers.count(where: { $0 != name }) == inputCount && namesClasses(name)
        && (outputCount > 1 || isLikely(name))
    }
    if answers.count == 1 { return (.label(answers[0]), .onlyOne) }
    if answers.isEmpty, numbers.count != inputCount, numbers.count != inputCount + outputCount {
      throw .inputCount(found: numbers, expected: inputCount, others: others(than: numbers))
    }
    throw .answerUnsure(answers.isEmpty ? table.header : answers)
  }

  /// Of a network with one output, which may predict a number as well as one of two classes: whether
  /// a column with two values is more than a feature, the last one or one that says so.
  private func isLikely(_ name: String) -> Bool {
    let names = ["class", "label", "target", "y", "answer", "outcome", "output"]
    return name == table.header.last || names.contains(name.lowercased())
  }

  /// Whether a column can name the classes of the outputs: numbers of them, or as few texts.
  private func namesClasses(_ name: String) -> Bool {
    guard let column = table.header.firstIndex(of: name) else { return false }
    let classes = max(outputCount, 2)
    let texts = Set(table.rows.lazy.map { $0[column].text.trimmed }.filter { !$0.isEmpty })
    guard numbers.contains(name) else { return (1...classes).contains(texts.count) }
    return texts.allSatisfy { text in
      let number = CSVNumber(text, table.separator).value
      return number.flatMap { Int(exactly: $0) }.map { (0..<classes).contains($0) } ?? false
    }
  }

  /// Columns that are no numbers, each with the first field that is none.
  private func others(than names: [String]) -> [ColumnError.Other] {
    table.header.indices.filter { !names.contains(table.header[$0]) }.compactMap { column in
      let field = table.rows.lazy.map { $0[column] }.first {
        !CSVNumber.isMissing($0.text) && CSVNumber($0.text, table.separator).value == nil
      }
      return field.map { ColumnError.Other(name: table.header[column], field: $0) }
    }
  }
}

/// Why columns cannot be chosen.
public enum ColumnError: Error, Equatable, Sendable {
  /// A column that holds something else than numbers.
  public struct Other: Equatable, Sendable {
    /// What it is called.
    public let name: String
    /// The first field that is no number.
    public let field: CSVTable.Field
  }

  /// There are more or fewer inputs than the network has.
  case inputCount(found: [String], expected: Int, others: [Other])
  /// Several columns can be the answer, or it is not clear whether one is.
  case answerUnsure([String])
  /// A column was said to be both.
  case answerIsInput(String)
  /// A column is not there.
  case table(CSVError)
}

extension CSVTable {
  /// How many inputs a network can have that is used with this table: as many as there are columns
  /// of numbers, without the answer's if that is one of them.
  ///
  /// - Parameter answer: what a person said of it; `nil` if nothing.
  public func inputCounts(answer: CSVColumns.Answer?) -> [Int] {
    let numbers = header.indices.filter { isNumbers($0) }.map { header[$0] }
    guard let answer else { return [numbers.count, numbers.count - 1] }
    let answers = CSVColumns(inputs: [], answer: answer).names
    return [numbers.count { !answers.contains($0) }]
  }

  /// Whether a column holds numbers only, apart from what is missing, and at least one.
  fileprivate func isNumbers(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows where !CSVNumber.isMissing(row[column].text) {
      guard CSVNumber(row[column].text, separator).value != nil else { return false }
      hasNumber = true
    }
    return hasNumber
  }
}
