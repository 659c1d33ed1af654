/// Frames of one drawing as a single SVG that plays without script: safe in an `<img>`.
///
/// Everything that changes is there once for each stretch of frames in which it stays the same, and a
/// style sheet shows it at its time. Where animation is off, in print or because a reader wants
/// little motion, the last frame stands still.
public struct AnimatedSVG {
  private let frames: [[Substring]]
  private let clock: FrameClock
  private var shapes: [String: String] = [:]
  private var definitions: [String] = []
  private var words: [Stretch: [(kind: String, text: String)]] = [:]
  private var stretches: Set<Stretch> = []

  /// - Parameters:
  ///   - frames: SVG files of one ``SVGTemplate``.
  ///   - framesPerSecond: how fast they follow each other.
  ///   - hold: how long the last one stands before the first comes again, in seconds.
  /// - Precondition: at least one frame, and all of the same drawing.
  public static func make(
    _ frames: [[UInt8]], framesPerSecond: Double, hold: Double = 1.5
  ) -> [UInt8] {
    var animation = AnimatedSVG(frames, framesPerSecond, hold)
    return Array(animation.text().utf8)
  }

  private init(_ frames: [[UInt8]], _ framesPerSecond: Double, _ hold: Double) {
    let lines = frames.map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    precondition(
      framesPerSecond > 0 && !lines.isEmpty && lines.allSatisfy { $0.count == lines[0].count },
      "these are not frames of one drawing")
    self.frames = lines
    clock = FrameClock(count: frames.count, framesPerSecond: framesPerSecond, hold: hold)
  }

  private mutating func text() -> String {
    let last = frames[frames.count - 1]
    var body = ""
    // All but the first line, the style sheet, and the ends of the two outer elements.
    for line in last.indices.dropFirst(2).dropLast(2) { body += changing(line) }
    let sheet = last[1].dropLast("</style>".count)
    return
      "\(last[0])\n\(sheet)\(AnimationSheet.shared(sheet))\(AnimationSheet.rules(stretches, clock))"
      + "</style>\n<defs>\(definitions.joined())</defs>\n\(body)\(wordLayer)</g>\n</svg>\n"
  }

  /// A line of the drawing: as it is, or what it is in each stretch of frames.
  private mutating func changing(_ line: Int) -> String {
    let versions = frames.map { FrameElement.untitled(String($0[line])) }
    guard versions.contains(where: { $0 != versions[0] }) else { return versions[0] + "\n" }
    let groups = versions.map(FrameElement.init)
    var result = ""
    for place in groups[0].children.indices {
      let parts = groups.map { FramePart($0, place) }
      if parts[0].isText {
        for (stretch, part) in Stretch.runs(of: parts) {
          words[stretch, default: []].append((part.kind, part.element))
          stretches.insert(stretch)
        }
      } else {
        for (stretch, part) in Stretch.runs(of: parts) { result += shape(part, stretch) }
      }
    }
    return result
  }

  private mutating func shape(_ part: FramePart, _ stretch: Stretch) -> String {
    stretches.insert(stretch)
    let classes = [part.kind, clock.classes(stretch)].filter { !$0.isEmpty }.joined(separator: " ")
    guard let path = part.path else { return "<g class=\"\(classes)\">\(part.element)</g>\n" }
    let id = shapes[path] ?? define(path)
    return "<g class=\"\(classes)\"><use href=\"#\(id)\"\(part.attributes)/></g>\n"
  }

  private mutating func define(_ path: String) -> String {
    let id = "s\(definitions.count)"
    shapes[path] = id
    definitions.append("<path id=\"\(id)\" d=\"\(path)\"/>")
    return id
  }

  /// The words of a stretch together, those of the same box in one group.
  private var wordLayer: String {
    words.sorted { $0.key < $1.key }.map { stretch, words in
      var result = "<g\(clock.attribute(stretch))>"
      var last: String?
      for word in words {
        if word.kind != last {
          result += "\(last == nil ? "" : "</g>")<g class=\"\(word.kind)\">"
          last = word.kind
        }
        result += word.text
      }
      return result + "</g></g>\n"
    }.joined()
  }
}
