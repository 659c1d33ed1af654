/// Frames that follow each other: from `first` up to, but not including, `end`.
struct Stretch: Hashable, Comparable {
  let first: Int
  let end: Int

  static func < (a: Stretch, b: Stretch) -> Bool { (a.first, a.end) < (b.first, b.end) }
}

/// When each frame is shown.
struct FrameClock {
  let count: Int
  /// Of one round, in seconds.
  let duration: Double
  private let framesPerSecond: Double

  init(count: Int, framesPerSecond: Double, hold: Double) {
    self.count = count
    self.framesPerSecond = framesPerSecond
    duration = Double(count) / framesPerSecond + hold
  }

  /// When a frame begins, in percent of a round.
  func percent(_ frame: Int) -> String {
    frame >= count
      ? "100" : Canvas.number(100 * Double(frame) / framesPerSecond / duration)
  }

  func isWhole(_ stretch: Stretch) -> Bool { stretch.first == 0 && stretch.end == count }

  /// The classes by which a stretch is shown at its time; hidden unless the last frame is in it.
  func classes(_ stretch: Stretch) -> String {
    if isWhole(stretch) { return "" }
    return "at \(name(stretch))" + (stretch.end == count ? "" : " hidden")
  }

  func attribute(_ stretch: Stretch) -> String {
    isWhole(stretch) ? "" : " class=\"\(classes(stretch))\""
  }

  func name(_ stretch: Stretch) -> String { "k\(stretch.first)-\(stretch.end)" }
}
