/// The shade of a cell, in steps, so that a style sheet can name each.
struct TileShade: Hashable {
  /// The class: `s0` for 0, `p1` to `p12` above and `n1` to `n12` below, `k0` to `k12` for greys, `x`
  /// for a number that is none.
  let name: String
  private let kind: Kind
  private let share: Double

  private enum Kind { case positive, negative, grey, broken }

  static let steps = 12

  init(_ number: Double, _ scale: TileSheet.Scale) {
    switch scale {
    case _ where !number.isFinite: self.init(.broken, step: 0)
    case .signed(let largest):
      // What is not 0 is never shaded like 0.
      let share = largest > 0 ? min(1, number.magnitude / largest) : 0
      let step = Int((share * Double(Self.steps)).rounded(.up))
      self.init(number < 0 ? .negative : .positive, step: step)
    case .share:
      self.init(.positive, step: Int((min(1, max(0, number)) * Double(Self.steps)).rounded(.up)))
    case .grey(let low, let high):
      let share = high > low ? min(1, max(0, (number - low) / (high - low))) : 0
      self.init(.grey, step: Int((share * Double(Self.steps)).rounded()))
    }
  }

  private init(_ kind: Kind, step: Int) {
    self.kind = kind
    share = Double(step) / Double(Self.steps)
    name =
      switch kind {
      case .positive: step == 0 ? "s0" : "p\(step)"
      case .negative: step == 0 ? "s0" : "n\(step)"
      case .grey: "k\(step)"
      case .broken: "x"
      }
  }

  static let all: [TileShade] =
    (0...steps).map { TileShade(.positive, step: $0) }
    + (1...steps).map { TileShade(.negative, step: $0) }
    + (0...steps).map { TileShade(.grey, step: $0) } + [TileShade(.broken, step: 0)]

  /// Signed colours stay pale enough for numbers to be read on them.
  func color(_ theme: Theme) -> Color {
    switch kind {
    case _ where name == "s0": theme.mixed(theme.ground, theme.track, 0.45)
    case .positive: theme.mixed(theme.ground, theme.positive, 0.06 + 0.44 * share)
    case .negative: theme.mixed(theme.ground, theme.negative, 0.06 + 0.44 * share)
    case .grey: theme.mixed(theme.track, theme.ink, share)
    case .broken: theme.alarm.fill
    }
  }
}
