/// The classes that labels name, and the place of each label among them.
struct CSVLabels {
  /// What the classes are called, in the order of the outputs.
  let classes: [String]
  /// Of each label the place of its class; `nil` if it is none.
  let places: [Int?]
  /// Whether the classes are numbers that labels hold, in their order.
  private(set) var areNumbers = false

  init(
    _ labels: [String], _ separator: CSVSeparator, named: [String]?, outputs: Int?
  ) {
    let numbers = labels.map { CSVNumber($0, separator).value }
    let indices = numbers.map { number in
      number.flatMap { Int(exactly: $0) }.flatMap { $0 >= 0 ? $0 : nil }
    }
    if let named {
      classes = named
      let byName = labels.map { named.firstIndex(of: $0) }
      let areIndices = byName.contains(nil) && !indices.contains { $0 == nil || $0! >= named.count }
      places = areIndices ? indices : byName
      return
    }
    if let outputs, let largest = Self.largest(indices), largest < max(outputs, 2) {
      classes = (0..<max(outputs, 2)).map(String.init)
      places = indices
      return
    }
    if numbers.contains(nil) {
      classes = Set(labels).sorted()
      let order = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
      places = labels.map { order[$0] }
      return
    }
    areNumbers = true
    // Labels such as 1 and 1.0 are the same number and so the same class.
    var texts: [Double: String] = [:]
    for (label, number) in zip(labels, numbers) {
      if let number, texts[number] == nil { texts[number] = label }
    }
    let values = texts.keys.sorted()
    classes = values.map { value in
      Int(exactly: value).map(String.init) ?? texts[value] ?? "\(value)"
    }
    let order = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    places = numbers.map { $0.flatMap { order[$0] } }
  }

  /// `nil` if one is no index.
  private static func largest(_ indices: [Int?]) -> Int? {
    indices.contains(nil) ? nil : indices.compactMap { $0 }.max()
  }
}
