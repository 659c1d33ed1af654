/// The line that begins a fenced block of code, as CommonMark 0.31 has it (section 4.5).
struct CodeFence {
  private let mark: Character
  private let length: Int
  /// How far the line is moved in, in spaces.
  let indentation: Int
  /// The words behind the mark.
  let words: Substring

  /// `nil` for a line that begins no block.
  init?(_ line: Substring) {
    let text = line.drop { $0 == " " }
    indentation = line.count - text.count
    guard indentation < 4, let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let rest = text.drop { $0 == mark }
    length = text.count - rest.count
    guard length >= 3, mark == "~" || !rest.contains("`") else { return nil }
    self.mark = mark
    words = rest
  }

  /// Whether a line ends the block.
  func isEnded(by line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    let rest = text.drop { $0 == mark }
    return line.count - text.count < 4 && text.count - rest.count >= length
      && rest.allSatisfy { $0 == " " || $0 == "\t" }
  }

  /// A line of the block, without the spaces by which the whole block is moved in.
  func content(_ line: Substring) -> Substring {
    line.dropFirst(line.prefix { $0 == " " }.prefix(indentation).count)
  }
}
