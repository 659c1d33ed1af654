/// The text that a file holds.
enum CSVBytes {
  /// The bytes without a byte-order mark, if they are UTF-8.
  static func text(_ bytes: [UInt8]) throws(CSVError) -> [UInt8] {
    let marks: [(mark: [UInt8], file: ForeignFile)] = [
      ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16), (Array("PK\u{3}\u{4}".utf8), .zip),
      (Array("PAR1".utf8), .parquet),
    ]
    for (mark, file) in marks where bytes.starts(with: mark) { throw .otherFile(file) }
    guard !bytes.contains(0) else { throw .otherFile(.binary) }
    if String(validating: bytes, as: UTF8.self) == nil { throw mistake(in: bytes) }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// The place of the first byte that is part of no character.
  private static func mistake(in bytes: [UInt8]) -> CSVError {
    var (index, line, lineStart) = (0, 1, 0)
    while index < bytes.count {
      let length = max(1, (~bytes[index]).leadingZeroBitCount)
      let character = bytes[index..<min(index + length, bytes.count)]
      guard String(validating: character, as: UTF8.self) != nil else { break }
      index += length
      let isReturn = character.first == 13 && !(index < bytes.count && bytes[index] == 10)
      if character.first == 10 || isReturn { (line, lineStart) = (line + 1, index) }
    }
    return .notUTF8(line: line, column: index - lineStart + 1, byte: bytes[index])
  }
}
