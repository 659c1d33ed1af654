/// A JSON value, with the offset of its first byte.
///
/// Objects keep their order, and numbers stay text until it is known what they are to be: a double
/// would round a large offset.
struct JSONValue: Sendable {
  struct Member: Sendable {
    let offset: Int
    let key: String
    let value: JSONValue
  }

  enum Content: Sendable {
    case object([Member])
    case list([JSONValue])
    case text(String)
    case number(String)
    case bool
    case null
  }

  let offset: Int
  let content: Content

  var object: [Member]? { if case .object(let members) = content { members } else { nil } }
  var list: [JSONValue]? { if case .list(let values) = content { values } else { nil } }
  var text: String? { if case .text(let text) = content { text } else { nil } }
  var isNull: Bool { if case .null = content { true } else { false } }

  /// The nearest double, infinite for one such as `1e999`.
  var double: Double? { if case .number(let digits) = content { Double(digits) } else { nil } }

  /// A number from 0 written without a point or an exponent.
  var count: Int? {
    guard case .number(let digits) = content, let count = Int(digits) else { return nil }
    return count >= 0 ? count : nil
  }

  /// A list of ``count``s.
  var counts: [Int]? {
    guard let list else { return nil }
    let counts = list.compactMap(\.count)
    return counts.count == list.count ? counts : nil
  }
}

extension [JSONValue.Member] {
  subscript(key: String) -> JSONValue? { first { $0.key == key }?.value }
}
