internal import CZlib

/// Compressed bytes made plain by zlib.
public enum Inflate {
  /// More than this is not unpacked: a few kilobytes could stand for any amount.
  public static let sizeLimit = 2 << 30

  /// Whether bytes begin as a gzip file does (RFC 1952).
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// What a gzip file holds, all its members one after the other.
  ///
  /// - Throws: ``ArchiveError/damaged(entry:)`` and ``ArchiveError/tooLarge(entry:)`` without an
  ///   entry.
  public static func gzip(_ bytes: [UInt8]) throws(ArchiveError) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let (part, count) = try inflated(
        rest, windowBits: gzipWindow, limit: sizeLimit - result.count, entry: nil)
      result += part
      rest = rest.dropFirst(count)
    } while rest.starts(with: [0x1F, 0x8B])
    return result
  }

  /// What deflated bytes (RFC 1951) stand for.
  static func raw(
    _ bytes: ArraySlice<UInt8>, size: Int, entry: String
  ) throws(ArchiveError) -> [UInt8] {
    let (result, _) = try inflated(bytes, windowBits: -MAX_WBITS, limit: size, entry: entry)
    guard result.count == size else { throw .damaged(entry: entry) }
    return result
  }

  private static let gzipWindow = MAX_WBITS + 16
  private static let chunk = 1 << 16

  private static func inflated(
    _ bytes: ArraySlice<UInt8>, windowBits: Int32, limit: Int, entry: String?
  ) throws(ArchiveError) -> (bytes: [UInt8], count: Int) {
    var stream = z_stream()
    let version = ZLIB_VERSION
    guard
      inflateInit2_(&stream, windowBits, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged(entry: entry) }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var input = Array(bytes)
    let code = input.withUnsafeMutableBufferPointer { buffer in
      stream.next_in = buffer.baseAddress
      stream.avail_in = UInt32(clamping: buffer.count)
      return run(&stream, limit: limit, into: &result)
    }
    if code == Z_OK { throw .tooLarge(entry: entry) }
    guard code == Z_STREAM_END else { throw .damaged(entry: entry) }
    return (result, bytes.count - Int(stream.avail_in))
  }

  /// - Returns: `Z_STREAM_END` at the end, `Z_OK` at the limit, or what is wrong.
  private static func run(
    _ stream: inout z_stream, limit: Int, into result: inout [UInt8]
  ) -> Int32 {
    var output = [UInt8](repeating: 0, count: chunk)
    while true {
      let code = output.withUnsafeMutableBufferPointer { buffer in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        return inflate(&stream, Z_NO_FLUSH)
      }
      result += output.prefix(chunk - Int(stream.avail_out))
      if result.count > limit { return Z_OK }
      guard code == Z_OK else { return code }
      if stream.avail_in == 0, stream.avail_out > 0 { return Z_BUF_ERROR }
    }
  }

  /// The checksum that zip archives have of each entry.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(
      truncatingIfNeeded: bytes.withUnsafeBufferPointer { buffer in
        crc32_z(0, buffer.baseAddress, buffer.count)
      })
  }
}
