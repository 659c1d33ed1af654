internal import CZlib

/// Pixels as a PNG file (ISO/IEC 15948).
struct PNG {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// - Parameter dotsPerInch: at which size it is meant to be seen.
  /// - Throws: ``GraphvizError`` if zlib has no memory left.
  init(_ pixels: Pixels, dotsPerInch: Double) throws(GraphvizError) {
    var header: [UInt8] = []
    header.append(bigEndian: UInt32(pixels.width))
    header.append(bigEndian: UInt32(pixels.height))
    // 8 bits of red, green and blue, or of these and alpha; deflated, filtered by row, no passes.
    header += [8, pixels.isOpaque ? 2 : 6, 0, 0, 0]
    var density: [UInt8] = []
    let dotsPerMetre = UInt32((dotsPerInch / 0.0254).rounded())
    density.append(bigEndian: dotsPerMetre)
    density.append(bigEndian: dotsPerMetre)
    append("IHDR", header)
    append("pHYs", density + [1])
    nonisolated(unsafe) let pixels = pixels
    let packed = Deflate.pack(pixels.height, piecesOf: pixels.rowSize, slack: 3) { row, bytes in
      pixels.write(row: row, to: bytes)
    }
    guard let packed else {
      throw .render(format: "png", message: "no memory left to pack the pixels")
    }
    append("IDAT", packed)
    append("IEND", [])
  }

  private mutating func append(_ name: StaticString, _ content: [UInt8]) {
    bytes.append(bigEndian: UInt32(content.count))
    let start = bytes.count
    bytes += UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    bytes += content
    let sum = bytes[start...].withUnsafeBufferPointer { part in
      crc32_z(0, part.baseAddress, part.count)
    }
    bytes.append(bigEndian: UInt32(truncatingIfNeeded: sum))
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian number: UInt32) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
