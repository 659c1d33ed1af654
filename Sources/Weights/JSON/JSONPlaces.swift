/// Where the values of a JSON text stand.
public struct JSONPlaces: Sendable {
  /// A text that is not JSON.
  public struct Failure: Error, Equatable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// In bytes, counted from 1.
    public let column: Int
    /// What is wrong.
    public let problem: JSONProblem
  }

  private let bytes: [UInt8]
  private let value: JSONValue

  /// Reads a text in UTF-8.
  public init(_ bytes: [UInt8]) throws(Failure) {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Failure(line: 1, column: 1, problem: .notUTF8)
    }
    do { value = try JSONScanner.value(of: bytes[...]) } catch {
      let (line, column) = Self.place(error.offset, in: bytes)
      throw Failure(line: line, column: column, problem: error.problem)
    }
  }

  /// Whether the outermost value is an object with this key.
  public func hasKey(_ key: String) -> Bool { value.object?[key] != nil }

  /// Where the value at the end of a path begins, each step a key or a place in a list; of a path
  /// that does not lead so far, the last value on it.
  public func place(of path: [(key: String?, index: Int?)]) -> (line: Int, column: Int) {
    var current = value
    for step in path {
      if let key = step.key, let next = current.object?[key] {
        current = next
      } else if let index = step.index, let list = current.list, list.indices.contains(index) {
        current = list[index]
      } else {
        break
      }
    }
    return Self.place(current.offset, in: bytes)
  }

  private static func place(_ offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return (before.count { $0 == UInt8(ascii: "\n") } + 1, offset - start + 1)
  }
}
