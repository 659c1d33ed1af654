/// A drawing for a page that says itself what is behind its boxes: without the sentences, and with
/// libgvc's long outlines of boxes in short.
enum CompactSVG {
  static func make(_ svg: String) -> String {
    svg.replacing(/<title>[^<]*<\/title>/, with: "").replacing(/\ d="(M[^"]*)"/) { match in
      " d=\"\(outline(String(match.output.1)) ?? String(match.output.1))\""
    }
  }

  /// A box with rounded corners of 12 points, as relative lines and curves; `nil` for other paths.
  private static func outline(_ path: String) -> String? {
    let numbers = path.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
    guard numbers.count == 50 else { return nil }
    let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
      right - left > 24, bottom - top > 24
    else { return nil }
    let (width, height) = (text(right - left - 24), text(bottom - top - 24))
    return "M\(text(left + 12)),\(text(top))h\(width)c6,0 12,6 12,12v\(height)"
      + "c0,6 -6,12 -12,12h-\(width)c-6,0 -12,-6 -12,-12v-\(height)c0,-6 6,-12 12,-12z"
  }

  private static func text(_ number: Double) -> String {
    let rounded = (number * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
