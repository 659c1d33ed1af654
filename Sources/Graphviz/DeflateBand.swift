internal import CZlib

/// Some pieces, made and deflated (RFC 1951) a few at a time, while they are in the cache.
struct DeflateBand: Sendable {
  /// The deflated bytes.
  private(set) var packed: [UInt8] = []
  /// The check sum of the bytes before they were packed.
  private(set) var sum = adler32(0, nil, 0)
  /// How many bytes that were.
  let length: Int

  private static let chunkSize = 1 << 16

  /// `nil` if zlib has no memory left.
  init?(
    _ pieces: Range<Int>, of size: Int, slack: Int, isLast: Bool, _ write: Deflate.Piece
  ) {
    length = pieces.count * size
    var stream = z_stream()
    // Of all levels the fastest: the others make drawings some percent smaller in twice the time.
    // A negative window leaves out header and sum, which all bands share.
    guard
      deflateInit2_(
        &stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let perChunk = max(1, Self.chunkSize / max(size, 1))
    let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: perChunk * size + slack)
    let output = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.chunkSize)
    defer {
      chunk.deallocate()
      output.deallocate()
    }
    for start in stride(from: pieces.lowerBound, to: pieces.upperBound, by: perChunk) {
      let end = min(start + perChunk, pieces.upperBound)
      for piece in start..<end { write(piece, chunk + (piece - start) * size) }
      sum = adler32_z(sum, chunk, (end - start) * size)
      stream.next_in = chunk
      stream.avail_in = UInt32((end - start) * size)
      guard deflate(&stream, Z_NO_FLUSH, output) else { return nil }
    }
    guard deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH, output) else { return nil }
  }

  /// Hands the stream's input to zlib and keeps all that comes out.
  private mutating func deflate(
    _ stream: inout z_stream, _ flush: Int32, _ output: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    repeat {
      stream.next_out = output
      stream.avail_out = UInt32(Self.chunkSize)
      guard CZlib.deflate(&stream, flush) != Z_STREAM_ERROR else { return false }
      packed += UnsafeBufferPointer(start: output, count: Self.chunkSize - Int(stream.avail_out))
    } while stream.avail_out == 0
    return stream.avail_in == 0
  }
}
