internal import CZlib

/// Pixels as a PNG file (ISO/IEC 15948).
struct PNG {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// - Parameters:
  ///   - pixels: row by row, each alpha, red, green and blue from the highest byte down, colours
  ///     multiplied by alpha, as cairo draws them.
  ///   - dotsPerInch: at which size it is meant to be seen.
  /// - Throws: ``GraphvizError`` if zlib has no memory left.
  init(
    _ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int, dotsPerInch: Double
  ) throws(GraphvizError) {
    // Pixels at the border that the ground covers in part count as covered.
    let isOpaque = pixels.allSatisfy { $0 >> 24 >= 128 }
    let rows = Self.rows(pixels, width, height, isOpaque)
    var header: [UInt8] = []
    header.append(bigEndian: UInt32(width))
    header.append(bigEndian: UInt32(height))
    // 8 bits of red, green and blue, or of these and alpha; deflated, filtered by row, no passes.
    header += [8, isOpaque ? 2 : 6, 0, 0, 0]
    var density: [UInt8] = []
    let dotsPerMetre = UInt32((dotsPerInch / 0.0254).rounded())
    density.append(bigEndian: dotsPerMetre)
    density.append(bigEndian: dotsPerMetre)
    append("IHDR", header)
    append("pHYs", density + [1])
    guard let packed = Deflate.pack(rows) else {
      throw .render(format: "png", message: "no memory left to pack the pixels")
    }
    append("IDAT", packed)
    append("IEND", [])
  }

  /// Each row behind a 0, which says that it is not filtered.
  private static func rows(
    _ pixels: UnsafeBufferPointer<UInt32>, _ width: Int, _ height: Int, _ isOpaque: Bool
  ) -> [UInt8] {
    let size = height * (1 + width * (isOpaque ? 3 : 4))
    return Array(unsafeUninitializedCapacity: size) { bytes, count in
      var place = 0
      for row in 0..<height {
        bytes[place] = 0
        place += 1
        for pixel in pixels[row * width..<(row + 1) * width] {
          let color = pixel >> 24 == 255 ? pixel : divided(pixel)
          bytes[place] = UInt8(truncatingIfNeeded: color >> 16)
          bytes[place + 1] = UInt8(truncatingIfNeeded: color >> 8)
          bytes[place + 2] = UInt8(truncatingIfNeeded: color)
          place += 3
          guard !isOpaque else { continue }
          bytes[place] = UInt8(truncatingIfNeeded: color >> 24)
          place += 1
        }
      }
      count = place
    }
  }

  /// The colours of a pixel that is not opaque, as they are without alpha.
  private static func divided(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    guard alpha > 0 else { return 0 }
    func color(_ shift: UInt32) -> UInt32 {
      min(255, ((pixel >> shift & 0xFF) * 255 + alpha / 2) / alpha) << shift
    }
    return alpha << 24 | color(16) | color(8) | color(0)
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
