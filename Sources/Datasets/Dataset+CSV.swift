extension Dataset {
  /// Examples from a table: the named columns are the inputs, `label` names the classes.
  ///
  /// The classes are the different texts of the label column: in numeric order where all are
  /// numbers (`0, 1, 2`), else in alphabetical order.
  ///
  /// - Throws: ``CSVError`` with line and column for a field that is not a finite number.
  public init(_ table: CSVTable, inputs: [String], label: String) throws(CSVError) {
    let labelColumn = try table.column(label)
    let labels = table.rows.map { $0[labelColumn].text.trimmed }
    let classes = Self.classes(labels)
    let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    let features = try table.numbers(inputs)
    let examples = zip(features, labels).map { inputs, label in
      Example(inputs: inputs, target: .label(places[label] ?? 0))
    }
    self.init(inputNames: inputs, classNames: classes, examples: examples)
  }

  /// Examples from a table: the named columns are the inputs, `target` is the number to predict.
  ///
  /// - Throws: ``CSVError`` with line and column for a field that is not a finite number.
  public init(_ table: CSVTable, inputs: [String], target: String) throws(CSVError) {
    let features = try table.numbers(inputs)
    let targets = try table.numbers([target])
    let examples = zip(features, targets).map { inputs, target in
      Example(inputs: inputs, target: .number(target[0]))
    }
    self.init(inputNames: inputs, classNames: [], examples: examples)
  }

  private static func classes(_ labels: [String]) -> [String] {
    let different = Set(labels)
    let numbers = different.compactMap { text in Double(text).map { (text, $0) } }
    guard numbers.count == different.count else { return different.sorted() }
    return numbers.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }
}

extension CSVTable {
  fileprivate func column(_ name: String) throws(CSVError) -> Int {
    guard let index = header.firstIndex(where: { $0.trimmed == name }) else {
      throw .missingColumn(name: name, header: header)
    }
    return index
  }

  /// The numbers of the named columns, row by row.
  fileprivate func numbers(_ names: [String]) throws(CSVError) -> [[Double]] {
    guard !rows.isEmpty else { throw .noRows }
    var columns: [Int] = []
    for name in names { columns.append(try column(name)) }
    var result: [[Double]] = []
    for row in rows {
      var numbers: [Double] = []
      for (name, column) in zip(names, columns) {
        let field = row[column]
        guard let number = Double(field.text.trimmed), number.isFinite else {
          throw .notANumber(line: field.line, column: field.column, name: name, text: field.text)
        }
        numbers.append(number)
      }
      result.append(numbers)
    }
    return result
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
