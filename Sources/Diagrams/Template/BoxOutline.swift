/// libgvc's outline of a box with rounded corners, written in short: the same lines and curves, as
/// relative ones from the same start in the same direction, so that dashes fall on the same places.
enum BoxOutline {
  /// `nil` for other paths.
  static func short(_ path: SVGBytes) -> String? {
    let numbers = SVGNumbers.read(path)
    // 25 points, the last of which is the first: an edge of as many is not closed.
    guard numbers.count == 50, numbers[0] == numbers[48], numbers[1] == numbers[49] else {
      return nil
    }
    let xs = stride(from: 0, to: numbers.count, by: 2).lazy.map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).lazy.map { numbers[$0] }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
      right - left > 24, bottom - top > 24
    else { return nil }
    let (width, height) = (text(right - left - 24), text(bottom - top - 24))
    return "M\(text(right - 12)),\(text(top))h-\(width)c-6,0 -12,6 -12,12v\(height)"
      + "c0,6 6,12 12,12h\(width)c6,0 12,-6 12,-12v-\(height)c0,-6 -6,-12 -12,-12z"
  }

  private static func text(_ number: Double) -> String {
    let rounded = (number * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
