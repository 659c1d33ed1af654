extension Dataset {
  /// Examples from a table.
  ///
  /// The classes are the different texts of the label column: in numeric order where all are
  /// numbers (`0, 1, 2`), else in alphabetical order.
  ///
  /// - Throws: ``CSVError`` with line and column for a field that is not a finite number.
  public init(_ table: CSVTable, columns: CSVColumns) throws(CSVError) {
    let features = try table.numbers(columns.inputs)
    let (targets, classNames) = try Self.targets(table, columns.answer)
    let names: [String?]
    if let name = columns.name {
      let column = try table.column(name)
      names = table.rows.map { $0[column].text.trimmed }
    } else {
      names = table.rows.map { _ in nil }
    }
    let examples = table.rows.indices.map {
      Example(inputs: features[$0], target: targets[$0], name: names[$0])
    }
    var targetNames: [String] = []
    if case .targets(let names) = columns.answer { targetNames = names }
    self.init(
      inputNames: columns.inputs, classNames: classNames, targetNames: targetNames,
      examples: examples)
  }

  private static func targets(
    _ table: CSVTable, _ answer: CSVColumns.Answer
  ) throws(CSVError) -> (targets: [Target], classNames: [String]) {
    switch answer {
    case .targets(let names): return (try table.numbers(names).map(Target.numbers), [])
    case .label(let name):
      let column = try table.column(name)
      let labels = table.rows.map { $0[column].text.trimmed }
      let classes = classes(labels)
      let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
      return (labels.map { .label(places[$0] ?? 0) }, classes)
    }
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
