/// How a group of libgvc's SVG is written in a template: which words and marks of it may change.
struct Part {
  /// Where a text is held.
  enum Side: Equatable {
    case asDrawn, left, right
    /// Its middle is at this x, whatever its length.
    case middle(Double)
  }

  /// A text of the group, in the order in which libgvc draws them.
  struct Line {
    /// The class it is written with.
    let kind: String
    /// Where its words come from; `nil` for the words that were drawn.
    var slot: Int?
    /// Whether it starts at the left border or ends at the right one, whatever its length.
    var side = Side.asDrawn
  }

  /// Where the class comes from.
  let classSlot: Int
  /// Where the sentence behind it comes from.
  let titleSlot: Int
  /// Its texts.
  var lines: [Line] = []
  /// From the outline to the texts, in points.
  var padding = 0.0
  /// Where attributes of its paths come from, such as their width.
  var strokeSlot: Int?
  /// Whether its line has a bar across its end, which the style sheet shows for what subtracts.
  var hasTee = false
  /// Where the width of its bar comes from, a number of points.
  var barSlot: Int?
  /// The width of the bar when it is full, in points.
  var barRoom = 0.0
}

/// Hands out the places of changing texts.
struct SlotCounter {
  static let detail = 0
  static let description = 1
  private var next = 2

  mutating func take() -> Int {
    defer { next += 1 }
    return next
  }
}
