/// Writes an animation from its lines.
struct AnimationText {
  private let clock: FrameClock
  private var body = ""
  private var shapes: [String: String] = [:]
  private var definitions: [String] = []
  private var words: [Stretch: [(kind: String, text: String)]] = [:]
  private var stretches: Set<Stretch> = []

  init(_ clock: FrameClock) { self.clock = clock }

  /// A line of the drawing: as it is, or what it is in each stretch of frames.
  mutating func add(_ line: LineTrack) {
    if line.runs.isEmpty { body += String(decoding: line.text, as: UTF8.self) + "\n" }
    for run in line.runs {
      for (stretch, part) in LineTrack.stretches(run, end: clock.count) {
        stretches.insert(stretch)
        if run[0].part.isText {
          words[stretch, default: []].append((part.kind, part.element))
        } else {
          body += shape(part, stretch)
        }
      }
    }
  }

  /// - Parameters:
  ///   - head: the first line of a frame.
  ///   - sheet: the second.
  func svg(head: String, sheet: Substring) -> String {
    let rules = sheet.dropLast("</style>".count)
    return
      "\(head)\n\(rules)\(AnimationSheet.shared(rules))\(AnimationSheet.rules(stretches, clock))"
      + "</style>\n<defs>\(definitions.joined())</defs>\n\(body)\(wordLayer)</g>\n</svg>\n"
  }

  private mutating func shape(_ part: FramePart, _ stretch: Stretch) -> String {
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
