internal import CZlib
internal import Dispatch

/// Bytes packed by zlib (RFC 1950), in bands that several cores pack at once.
///
/// A band ends on a whole byte, so that the next one can follow it. The bands depend on the bytes
/// alone: on every machine the result is the same.
enum Deflate {
  private static let bandCount = 4
  /// Bands below it are not worth a core of their own.
  private static let smallestBand = 1 << 18

  /// - Returns: `nil` if zlib has no memory left.
  static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    let count = max(1, min(bandCount, bytes.count / smallestBand))
    let ends = (0...count).map { bytes.count * $0 / count }
    var bands = [Band](repeating: Band(), count: count)
    bytes.withUnsafeBufferPointer { bytes in
      bands.withUnsafeMutableBufferPointer { bands in
        nonisolated(unsafe) let (bytes, bands) = (bytes, bands)
        DispatchQueue.concurrentPerform(iterations: count) { index in
          let part = UnsafeBufferPointer(rebasing: bytes[ends[index]..<ends[index + 1]])
          bands[index] = Band(part, isLast: index == count - 1)
        }
      }
    }
    // Deflated in a window of 32 kB; a check makes it a multiple of 31: packed at the fastest.
    var packed: [UInt8] = [0x78, 0x01]
    var sum = adler32(0, nil, 0)
    for band in bands {
      guard let content = band.packed else { return nil }
      packed += content
      sum = adler32_combine(sum, band.sum, band.length)
    }
    Swift.withUnsafeBytes(of: UInt32(truncatingIfNeeded: sum).bigEndian) { packed += $0 }
    return packed
  }
}

private struct Band: Sendable {
  /// The deflated bytes; `nil` if zlib had no memory left.
  private(set) var packed: [UInt8]?
  private(set) var sum: UInt = 0
  private(set) var length = 0

  init() {}

  init(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    sum = adler32_z(adler32(0, nil, 0), bytes.baseAddress, bytes.count)
    length = bytes.count
    packed = Self.deflated(bytes, isLast)
  }

  private static func deflated(_ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool) -> [UInt8]? {
    var stream = z_stream()
    // Of all levels the fastest: the others make drawings some percent smaller in twice the time.
    // A negative window leaves out header and sum, which all bands share.
    guard
      deflateInit2_(
        &stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    // Beside what a flush adds.
    let bound = Int(deflateBound(&stream, UInt(bytes.count))) + 16
    var isDone = false
    let result = [UInt8](unsafeUninitializedCapacity: bound) { result, count in
      stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.avail_in = UInt32(bytes.count)
      stream.next_out = result.baseAddress
      stream.avail_out = UInt32(bound)
      let status = CZlib.deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
      isDone = status == (isLast ? Z_STREAM_END : Z_OK) && stream.avail_in == 0
      count = bound - Int(stream.avail_out)
    }
    return isDone ? result : nil
  }
}
