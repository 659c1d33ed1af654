/// A picture as cairo draws it: row by row, each pixel alpha, red, green and blue from the highest
/// byte down, colours multiplied by alpha.
struct Pixels {
  let width: Int
  let height: Int
  /// Pixels at the border that the ground covers in part count as covered.
  let isOpaque: Bool
  private let pixels: UnsafeBufferPointer<UInt32>

  init(_ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int) {
    self.pixels = pixels
    self.width = width
    self.height = height
    isOpaque = pixels.reduce(UInt32.max, &) >> 31 == 1
  }

  /// How many bytes a row has in a file: one for its filter, then red, green, blue and perhaps alpha
  /// of each pixel.
  var rowSize: Int { 1 + width * (isOpaque ? 3 : 4) }

  /// Writes a row behind a 0, which says that it is not filtered.
  ///
  /// - Parameter bytes: room for ``rowSize`` bytes and 3 more.
  func write(row: Int, to bytes: UnsafeMutablePointer<UInt8>) {
    bytes[0] = 0
    let step = isOpaque ? 3 : 4
    var place = UnsafeMutableRawPointer(bytes + 1)
    for pixel in UnsafeBufferPointer(rebasing: pixels[row * width..<(row + 1) * width]) {
      let color = pixel >> 24 == 255 ? pixel : Self.divided(pixel)
      // Four bytes in one store; of an opaque picture the next pixel takes the fourth back.
      let bytes = color << 8 | color >> 24
      place.storeBytes(of: bytes.bigEndian, as: UInt32.self)
      place += step
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
}
