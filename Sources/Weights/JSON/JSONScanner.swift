/// Reads one JSON value; unlike Foundation's decoder it keeps the order of keys and knows the place
/// of every value.
struct JSONScanner {
  struct Failure: Error {
    let offset: Int
    let problem: JSONProblem
  }

  /// The deepest nesting that is read; a network's is 5.
  static let depthLimit = 64

  let bytes: ArraySlice<UInt8>
  var index: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Offsets are indices of `bytes`.
  static func value(of bytes: ArraySlice<UInt8>) throws(Failure) -> JSONValue {
    var scanner = JSONScanner(bytes)
    let value = try scanner.value(depth: 0)
    scanner.skipSpace()
    guard scanner.peek == nil else { throw scanner.failure(.textAfterEnd) }
    return value
  }

  var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  func failure(_ problem: JSONProblem) -> Failure { Failure(offset: index, problem: problem) }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    skipSpace()
    let offset = index
    return JSONValue(offset: offset, content: try content(depth: depth))
  }

  private mutating func content(depth: Int) throws(Failure) -> JSONValue.Content {
    guard let peek else { throw failure(.valueExpected) }
    switch Unicode.Scalar(peek) {
    case "{", "[":
      guard depth < Self.depthLimit else { throw failure(.tooDeep(limit: Self.depthLimit)) }
      return skip("{")
        ? .object(try members(depth: depth + 1)) : .list(try values(depth: depth + 1))
    case "\"": return .text(try text())
    case "-", "0"..."9": return .number(try number())
    default: return try word()
    }
  }

  private mutating func word() throws(Failure) -> JSONValue.Content {
    let words: [(String, JSONValue.Content)] = [("true", .bool), ("false", .bool), ("null", .null)]
    for (word, content) in words where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return content
    }
    throw failure(.valueExpected)
  }

  private mutating func values(depth: Int) throws(Failure) -> [JSONValue] {
    _ = skip("[")
    var values: [JSONValue] = []
    skipSpace()
    if skip("]") { return values }
    repeat { values.append(try value(depth: depth)) } while try comma(orEnd: "]")
    return values
  }

  private mutating func members(depth: Int) throws(Failure) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if skip("}") { return members }
    repeat {
      let member = try member(depth: depth)
      guard keys.insert(member.key).inserted else {
        throw Failure(offset: member.offset, problem: .duplicateKey(member.key))
      }
      members.append(member)
    } while try comma(orEnd: "}")
    return members
  }

  private mutating func member(depth: Int) throws(Failure) -> JSONValue.Member {
    skipSpace()
    let offset = index
    guard peek == UInt8(ascii: "\"") else { throw failure(.keyExpected) }
    let key = try text()
    skipSpace()
    guard skip(":") else { throw failure(.colonExpected) }
    return JSONValue.Member(offset: offset, key: key, value: try value(depth: depth))
  }

  private mutating func comma(orEnd end: Unicode.Scalar) throws(Failure) -> Bool {
    skipSpace()
    if skip(",") { return true }
    guard skip(end) else { throw failure(.commaOrEndExpected(end: Character(end))) }
    return false
  }
}
