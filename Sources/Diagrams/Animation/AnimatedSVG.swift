internal import Refusal

/// Frames of one drawing as a single SVG that plays without script: safe in an `<img>`.
///
/// Everything that changes is there once for each stretch of frames in which it stays the same, and a
/// style sheet shows it at its time. Where animation is off, in print or because a reader wants
/// little motion, the last frame stands still.
///
///     var animation = AnimatedSVG()
///     for frame in frames { animation.add(frame) }
///     let bytes = animation.svg(framesPerSecond: 8)
///
/// A frame is forgotten as soon as it was added, but for what changed.
public struct AnimatedSVG {
  /// How many frames were added.
  public private(set) var count = 0
  private var start: [String] = []
  private var lines: [LineTrack] = []

  /// An animation without a frame.
  public init() {}

  /// Adds the next frame.
  ///
  /// - Parameter frame: an SVG file of the ``SVGTemplate`` of all others.
  /// - Precondition: as many lines as the others.
  public mutating func add(_ frame: [UInt8]) {
    let all = frame.split(separator: UInt8(ascii: "\n"))
    // All but the first line, the style sheet, and the ends of the two outer elements.
    let body = all.dropFirst(2).dropLast(2)
    if count == 0 { lines = body.map { _ in LineTrack() } }
    require(all.count > 4 && body.count == lines.count, "these are not frames of one drawing")
    for (place, line) in body.enumerated() { lines[place].add(line) }
    start = all.prefix(2).map { String(decoding: $0, as: UTF8.self) }
    count += 1
  }

  /// The file.
  ///
  /// - Parameters:
  ///   - framesPerSecond: how fast the frames follow each other.
  ///   - hold: how long the last one stands before the first comes again, in seconds.
  /// - Precondition: at least one frame.
  public func svg(framesPerSecond: Double, hold: Double = 1.5) -> [UInt8] {
    require(framesPerSecond > 0 && count > 0, "there is nothing to play")
    let clock = FrameClock(count: count, framesPerSecond: framesPerSecond, hold: hold)
    var text = AnimationText(clock)
    for line in lines { text.add(line) }
    return Array(text.svg(head: start[0], sheet: start[1][...]).utf8)
  }
}
