import GraphGradKit

/// A text that a user wrote, and what to call it in messages.
struct SourceText {
  let name: String
  let text: String
  /// Where the text begins in the file of that name, counted from 1.
  let firstLine: Int
  /// Whether it is a whole file.
  let isFile: Bool

  /// Reads a file, or standard input for `-`.
  static func read(_ path: String) throws(Failure) -> SourceText {
    if path == "-" {
      return try SourceText(
        name: "standard input",
        contents("standard input") { () throws(FileError) in try FileReader.bytesOfStandardInput() }
      )
    }
    return try SourceText(name: path, bytes(path), isFile: true)
  }

  /// What a file holds, whether it is text or not.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    try contents(path) { () throws(FileError) in try FileReader.bytes(of: path) }
  }

  private static func contents(
    _ name: String, _ read: () throws(FileError) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    do { return try read() } catch { throw .wrongInput("\(name): error: \(error)") }
  }

  init(name: String, text: String) {
    self.init(name: name, text: text, firstLine: 1, isFile: false)
  }

  /// A part of a file, from a line on.
  init(inline text: String, of name: String, firstLine: Int) {
    self.init(name: name, text: text, firstLine: firstLine, isFile: false)
  }

  private init(name: String, text: String, firstLine: Int, isFile: Bool) {
    self.name = name
    self.text = text
    self.firstLine = firstLine
    self.isFile = isFile
  }

  private init(name: String, _ bytes: [UInt8], isFile: Bool = false) throws(Failure) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .wrongInput("\(name): error: this is not UTF-8 text")
    }
    self.init(name: name, text: text, firstLine: 1, isFile: isFile)
  }

  /// `file:line:column: error: message`, with the line and a mark under the place.
  func message(line: Int, column: Int, _ words: String) -> String {
    let head = "\(name):\(firstLine - 1 + line):\(column): error: \(words)"
    let lines = text.split(separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
    guard line >= 1, line <= lines.count else { return head }
    let scalars = Array(lines[line - 1].unicodeScalars.prefix(20_000))
    let start = max(0, column - 1 - 60)
    guard start < scalars.count else { return head }
    let shown = scalars[start..<min(scalars.count, start + 100)].map {
      $0.properties.isWhitespace || $0.value < 32 ? " " : String($0)
    }
    let mark = String(repeating: " ", count: max(0, column - 1 - start)) + "^"
    return "\(head)\n  \(shown.joined())\n  \(mark)"
  }
}
