/// The entries of a zip archive, stored or deflated (PKWARE, APPNOTE.TXT 6.3.10).
public struct ZipArchive: Sendable {
  /// A file in the archive.
  public struct Entry: Sendable {
    /// Its path in the archive.
    public let name: String
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let offset: Int
  }

  /// The entries in the order of the archive's directory.
  public let entries: [Entry]
  private let bytes: [UInt8]

  private static let localSignature = 0x0403_4B50
  private static let directorySignature = 0x0201_4B50
  private static let endSignature = 0x0605_4B50
  private static let endSize = 22
  private static let directoryEntrySize = 46
  private static let localHeaderSize = 30

  /// Whether bytes begin as an archive with an entry does.
  public static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("PK\u{3}\u{4}".utf8))
  }

  /// Reads the directory of an archive.
  ///
  /// - Throws: ``ArchiveError/noDirectory``.
  public init(_ bytes: [UInt8]) throws(ArchiveError) {
    self.bytes = bytes
    let file = LittleEndianBytes(bytes)
    guard let end = Self.end(of: file), let count = file.number(at: end + 10, size: 2),
      var place = file.number(at: end + 16, size: 4)
    else { throw .noDirectory }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard let (entry, next) = Self.entry(in: file, at: place) else { throw .noDirectory }
      entries.append(entry)
      place = next
    }
    self.entries = entries
  }

  /// The entry of this name.
  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// What an entry holds, its checksum compared.
  ///
  /// - Throws: ``ArchiveError``.
  public func contents(_ entry: Entry) throws(ArchiveError) -> [UInt8] {
    guard !entry.isEncrypted, entry.method == 0 || entry.method == 8 else {
      throw .unsupported(entry: entry.name)
    }
    guard entry.size <= Inflate.sizeLimit else { throw .tooLarge(entry: entry.name) }
    guard entry.offset <= bytes.count else { throw .damaged(entry: entry.name) }
    let file = LittleEndianBytes(bytes)
    guard file.number(at: entry.offset, size: 4) == Self.localSignature,
      let name = file.number(at: entry.offset + 26, size: 2),
      let extra = file.number(at: entry.offset + 28, size: 2)
    else { throw .damaged(entry: entry.name) }
    let start = entry.offset + Self.localHeaderSize + name + extra
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw .damaged(entry: entry.name)
    }
    let packed = bytes[start..<start + entry.packedSize]
    let contents =
      entry.method == 0
      ? Array(packed) : try Inflate.raw(packed, size: entry.size, entry: entry.name)
    guard contents.count == entry.size, Inflate.checksum(contents) == entry.checksum else {
      throw .damaged(entry: entry.name)
    }
    return contents
  }

  /// The end record, behind which there may be a comment of up to 65,535 bytes.
  private static func end(of file: LittleEndianBytes) -> Int? {
    guard file.count >= endSize else { return nil }
    let last = file.count - endSize
    return (max(0, last - 65_535)...last).reversed().first {
      file.number(at: $0, size: 4) == endSignature
    }
  }

  private static func entry(
    in file: LittleEndianBytes, at place: Int
  ) -> (entry: Entry, next: Int)? {
    func number(_ offset: Int, _ size: Int) -> Int? { file.number(at: place + offset, size: size) }
    guard number(0, 4) == directorySignature, let flags = number(8, 2), let method = number(10, 2),
      let checksum = number(16, 4), let nameLength = number(28, 2), let extraLength = number(30, 2),
      let commentLength = number(32, 2),
      let name = file.bytes(at: place + directoryEntrySize, count: nameLength),
      let extra = file.bytes(at: place + directoryEntrySize + nameLength, count: extraLength),
      let sizes = Zip64Sizes(
        size: number(24, 4), packedSize: number(20, 4), offset: number(42, 4), extra: extra)
    else { return nil }
    let entry = Entry(
      name: String(decoding: name, as: UTF8.self), method: method,
      isEncrypted: flags & 1 == 1, checksum: UInt32(checksum), packedSize: sizes.packedSize,
      size: sizes.size, offset: sizes.offset)
    return (entry, place + directoryEntrySize + nameLength + extraLength + commentLength)
  }
}

/// Sizes of an entry, those that need more than four bytes from its extra field.
private struct Zip64Sizes {
  let size: Int
  let packedSize: Int
  let offset: Int

  private static let elsewhere = 0xFFFF_FFFF

  init?(size: Int?, packedSize: Int?, offset: Int?, extra: [UInt8]) {
    guard let size, let packedSize, let offset else { return nil }
    var wide = Self.numbers(in: extra)[...]
    func real(_ number: Int) -> Int? {
      number == Self.elsewhere ? wide.popFirst() : number
    }
    guard let realSize = real(size), let realPacked = real(packedSize),
      let realOffset = real(offset)
    else { return nil }
    (self.size, self.packedSize, self.offset) = (realSize, realPacked, realOffset)
  }

  private static func numbers(in extra: [UInt8]) -> [Int] {
    let file = LittleEndianBytes(extra)
    var place = 0
    while let id = file.number(at: place, size: 2), let length = file.number(at: place + 2, size: 2)
    {
      if id == 1 {
        return stride(from: place + 4, to: place + 4 + length, by: 8).compactMap {
          file.number(at: $0, size: 8)
        }
      }
      place += 4 + length
    }
    return []
  }
}
