/// What a line of the drawing is from frame to frame.
struct LineTrack {
  /// Of each element in the line what it is, and from which frame on; none while the line is the same.
  private(set) var runs: [[(first: Int, part: FramePart)]] = []
  /// The line as it was last, without titles.
  private(set) var text: [UInt8] = []
  private var raw: [UInt8] = []
  private var count = 0

  /// Adds the line of the next frame. Most are what they were, so that is looked at first.
  mutating func add(_ line: ArraySlice<UInt8>) {
    defer { count += 1 }
    if count > 0, line.elementsEqual(raw) { return }
    raw = Array(line)
    let text = FrameElement.untitled(line)
    if count == 0 { self.text = text }
    if text == self.text { return }
    if runs.isEmpty { runs = Self.parts(self.text).map { [(0, $0)] } }
    for (place, part) in Self.parts(text).enumerated()
    where runs[place][runs[place].count - 1].part != part { runs[place].append((count, part)) }
    self.text = text
  }

  private static func parts(_ text: [UInt8]) -> [FramePart] {
    let group = FrameElement(text)
    return group.children.map { FramePart(group.kind, $0) }
  }

  /// The stretches of an element, up to the frame `end`.
  static func stretches(
    _ run: [(first: Int, part: FramePart)], end: Int
  ) -> [(Stretch, FramePart)] {
    run.indices.map { index in
      let next = index + 1 < run.count ? run[index + 1].first : end
      return (Stretch(first: run[index].first, end: next), run[index].part)
    }
  }
}
