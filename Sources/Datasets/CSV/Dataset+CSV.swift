extension Dataset {
  /// Examples from a table.
  ///
  /// The classes are those of ``CSVColumns/classes``, if they are named. Labels that are whole
  /// numbers from 0 and below the number of outputs (below 2 for one output) are the classes
  /// themselves, whichever of them the table has. Otherwise the classes are the different labels:
  /// in numeric order where all are numbers, else in alphabetical order.
  ///
  /// - Parameter outputs: how many outputs the network has, if that is known.
  /// - Throws: ``CSVError`` with line and column of what is missing or not a finite number.
  public init(
    _ table: CSVTable, columns: CSVColumns, outputs: Int? = nil
  ) throws(CSVError) {
    let table = try table.resolved(for: columns)
    var seen: Set<String> = []
    for name in columns.inputs + (columns.targetNames ?? []) where !seen.insert(name).inserted {
      throw .repeatedName(name)
    }
    guard !table.rows.isEmpty else { throw .noRows }
    let features = try table.numbers(columns.inputs)
    let answers = try Self.answers(table, columns, outputs)
    let names = try columns.name.map { (name) throws(CSVError) in
      let column = try table.column(name)
      return table.rows.map { $0[column].text.trimmed }
    }
    let examples = table.rows.indices.map {
      Example(inputs: features[$0], target: answers.targets[$0], name: names?[$0])
    }
    var targetNames: [String] = []
    if case .targets(let names) = columns.answer { targetNames = names }
    self.init(
      inputNames: columns.inputs, classNames: answers.classes, targetNames: targetNames,
      examples: examples)
  }

  /// More different numbers than this, and than there are outputs, are no classes.
  private static let fewClasses = 10

  private static func answers(
    _ table: CSVTable, _ columns: CSVColumns, _ outputs: Int?
  ) throws(CSVError) -> (targets: [Target], classes: [String]) {
    switch columns.answer {
    case .unknown: return (table.rows.map { _ in .unknown }, [])
    case .targets(let names): return (try table.numbers(names).map(Target.numbers), [])
    case .label(let name):
      let fields = try table.labels(name)
      let labels = CSVLabels(
        fields.map(\.text.trimmed), table.separator, named: columns.classes, outputs: outputs)
      if let place = labels.places.firstIndex(of: nil) {
        let field = fields[place]
        throw .unknownLabel(
          line: field.line, column: field.column, name: name, text: field.text,
          classes: labels.classes)
      }
      if columns.classes == nil, let outputs, labels.areNumbers,
        labels.classes.count > max(outputs, Self.fewClasses)
      {
        throw .notClasses(name: name, count: labels.classes.count, outputs: outputs)
      }
      return (labels.places.map { .label($0 ?? 0) }, labels.classes)
    }
  }
}

extension CSVTable {
  func column(_ name: String) throws(CSVError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .missingColumn(name: name, header: header, hasHeader: headerKind != .absent)
    }
    return index
  }

  /// The fields of a column in which each row names its class.
  fileprivate func labels(_ name: String) throws(CSVError) -> [Field] {
    let column = try column(name)
    for row in rows where row[column].text.trimmed.isEmpty {
      throw .missingLabel(line: row[column].line, column: row[column].column, name: name)
    }
    return rows.map { $0[column] }
  }

  /// The numbers of the named columns, row by row, all with the same decimal sign.
  fileprivate func numbers(_ names: [String]) throws(CSVError) -> [[Double]] {
    var columns: [Int] = []
    for name in names { columns.append(try column(name)) }
    var signs: [CSVNumber.DecimalSign: Int] = [:]
    var result: [[Double]] = []
    result.reserveCapacity(rows.count)
    for row in rows {
      var numbers: [Double] = []
      numbers.reserveCapacity(columns.count)
      for (name, column) in zip(names, columns) {
        numbers.append(try number(row[column], of: name, &signs))
      }
      result.append(numbers)
    }
    return result
  }

  /// - Parameter signs: the line in which each decimal sign was first seen.
  private func number(
    _ field: Field, of name: String, _ signs: inout [CSVNumber.DecimalSign: Int]
  ) throws(CSVError) -> Double {
    let (line, column, text) = (field.line, field.column, field.text)
    let number = CSVNumber(text, separator)
    guard let value = number.value else {
      if number.isAmbiguous {
        throw .ambiguousNumber(line: line, column: column, name: name, text: text)
      }
      if CSVNumber.isMissing(text) {
        throw .missingValue(line: line, column: column, name: name, text: text)
      }
      throw .notANumber(line: line, column: column, name: name, text: text)
    }
    if let sign = number.sign {
      if signs[sign] == nil { signs[sign] = line }
      if let other = signs[sign == .comma ? .point : .comma] {
        throw .otherDecimalSign(
          line: line, column: column, name: name, text: text, earlierLine: other)
      }
    }
    return value
  }
}
