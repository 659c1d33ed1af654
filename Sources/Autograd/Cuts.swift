/// The places at which a tape was cut: from which of its handles can be told whether what they point
/// at is still there.
///
/// A handle knows how many cuts there had been when it was recorded, its generation. It is good if
/// every cut since was behind it. Of the cuts only those count that no later one was before: they
/// stand in `marks` with growing numbers and growing positions, no more of them than values on the
/// tape. In a training loop, which always comes back to one place, the last is all there is to look at.
struct Cuts {
  private struct Mark {
    let number: UInt32
    let position: UInt32
  }

  /// How many cuts there were. After four billion it stays, and handles are told apart no more.
  private(set) var generation: UInt32 = 0
  /// The position of the last mark.
  private(set) var kept: UInt32 = .max
  /// The number of the mark before it: since then `kept` alone decides.
  private(set) var keptSince: UInt32 = 0
  private var marks: [Mark] = []

  /// Notes that everything from `position` on has been forgotten.
  mutating func cut(at position: Int) {
    let position = UInt32(position)
    if generation < .max { generation += 1 }
    while let last = marks.last, last.position >= position { marks.removeLast() }
    keptSince = marks.last?.number ?? 0
    kept = position
    marks.append(Mark(number: generation, position: position))
  }

  /// Whether what was recorded at `index` in a generation is still there.
  func keep(_ index: UInt32, of generation: UInt32) -> Bool {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].number <= generation { low = middle + 1 } else { high = middle }
    }
    return low == marks.count || index < marks[low].position
  }
}
