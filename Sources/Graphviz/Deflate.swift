internal import CZlib
internal import Dispatch

/// Bytes packed by zlib (RFC 1950), in bands that several cores make and pack at once.
///
/// A band ends on a whole byte, so that the next one can follow it. The bands depend on the sizes
/// alone: on every machine the result is the same.
enum Deflate {
  /// Writes the bytes of a piece.
  typealias Piece = @Sendable (_ index: Int, _ bytes: UnsafeMutablePointer<UInt8>) -> Void

  private static let bandCount = 4
  /// Bands below it are not worth a core of their own.
  private static let smallestBand = 1 << 18

  /// Packs pieces of the same size, one after the other.
  ///
  /// - Parameters:
  ///   - slack: how many bytes behind its own a piece may write.
  ///   - write: called from several threads.
  /// - Returns: `nil` if zlib has no memory left.
  static func pack(
    _ count: Int, piecesOf size: Int, slack: Int = 0, _ write: @escaping Piece
  ) -> [UInt8]? {
    let bandCount = max(1, min(bandCount, count * size / smallestBand))
    var bands = [DeflateBand?](repeating: nil, count: bandCount)
    bands.withUnsafeMutableBufferPointer { bands in
      nonisolated(unsafe) let bands = bands
      DispatchQueue.concurrentPerform(iterations: bandCount) { index in
        bands[index] = DeflateBand(
          count * index / bandCount..<count * (index + 1) / bandCount, of: size, slack: slack,
          isLast: index == bandCount - 1, write)
      }
    }
    // Deflated in a window of 32 kB; a check makes it a multiple of 31: packed at the fastest.
    var packed: [UInt8] = [0x78, 0x01]
    var sum = adler32(0, nil, 0)
    for band in bands {
      guard let band else { return nil }
      packed += band.packed
      sum = adler32_combine(sum, band.sum, band.length)
    }
    Swift.withUnsafeBytes(of: UInt32(truncatingIfNeeded: sum).bigEndian) { packed += $0 }
    return packed
  }
}
