internal import Yams

/// A value of an experiment with its key and its place, asked for what it should be.
struct Field {
  let node: Node
  /// The whole key, such as `model.layers`.
  let key: String
  let place: ExperimentError.Place

  func wrong(_ expected: String) -> ExperimentError {
    ExperimentError(
      place: place,
      problem: .wrongValue(key: key, found: node.shown, expected: expected))
  }

  func string() throws(ExperimentError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else { throw wrong("a text") }
    return text
  }

  func bool() throws(ExperimentError) -> Bool {
    switch node.scalar?.string {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw wrong("true or false")
    }
  }

  func integer(_ range: ClosedRange<Int>) throws(ExperimentError) -> Int {
    guard let text = node.scalar?.string, let value = Int(text), range.contains(value) else {
      throw wrong("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// How many steps to train: none for a network that was trained elsewhere.
  func steps() throws(ExperimentError) -> Int { try integer(0...1_000_000) }

  func seed() throws(ExperimentError) -> UInt64 {
    guard let text = node.scalar?.string, let value = UInt64(text), value > 0 else {
      throw wrong("a whole number from 1 to \(UInt64.max)")
    }
    return value
  }

  func number(_ expected: String, where isFit: (Double) -> Bool) throws(ExperimentError) -> Double {
    guard let text = node.scalar?.string, let value = Double(text), value.isFinite, isFit(value)
    else { throw wrong(expected) }
    return value
  }

  func number() throws(ExperimentError) -> Double {
    try number("a number") { _ in true }
  }

  func positive() throws(ExperimentError) -> Double {
    try number("a number of 0 or more") { $0 >= 0 }
  }

  /// - Parameter others: what could stand here too, and was looked for before.
  func choice<T: CaseIterable & RawRepresentable<String>>(
    _: T.Type, or others: [String] = []
  ) throws(ExperimentError) -> T {
    guard let text = node.scalar?.string,
      let value = T.allCases.first(where: { $0.rawValue == text })
    else {
      let known = T.allCases.map(\.rawValue) + others
      throw wrong("one of \(known.joined(separator: ", "))")
    }
    return value
  }

  /// A number, or a list of them.
  func numbers() throws(ExperimentError) -> [Double] {
    guard node.sequence != nil else { return [try number()] }
    var numbers: [Double] = []
    for element in try list("a list of numbers") { numbers.append(try element.number()) }
    return numbers
  }

  /// A text, or a list of them.
  func texts() throws(ExperimentError) -> [String] {
    guard node.sequence != nil else { return [try string()] }
    var texts: [String] = []
    for element in try list("a list of texts") { texts.append(try element.string()) }
    return texts
  }

  var isMapping: Bool { node.mapping != nil }

  /// The keys and values of a mapping, in order; `nil` for anything else.
  var entries: [(name: String, value: Field)]? {
    node.mapping?.map { key, value in
      let name = key.scalar?.string ?? ""
      return (
        name, Field(node: value, key: "\(self.key).\(name)", place: place.moved(to: value.mark))
      )
    }
  }

  /// The elements of a list.
  func list(_ expected: String) throws(ExperimentError) -> [Field] {
    guard let elements, !elements.isEmpty else { throw wrong(expected) }
    return elements
  }

  /// The elements of a list; `nil` for anything else.
  var elements: [Field]? {
    node.sequence?.enumerated().map { index, element in
      Field(node: element, key: "\(key)[\(index + 1)]", place: place.moved(to: element.mark))
    }
  }
}

extension ExperimentError.Place {
  var isFile: Bool {
    if case .file = self { return true }
    return false
  }

  /// The place of a part; what stands in a setting stays there.
  func moved(to mark: Mark?) -> Self {
    guard case .file = self, let mark else { return self }
    return .file(line: mark.line, column: mark.column)
  }
}

extension Node {
  /// The node in a message: a scalar's text, or what kind of thing it is.
  fileprivate var shown: String {
    if let scalar { return scalar.string.isEmpty ? "nothing" : "\"\(scalar.string.prefix(60))\"" }
    return sequence == nil ? "a mapping" : "a list"
  }
}
