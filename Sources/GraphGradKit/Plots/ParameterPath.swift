public import Diagrams
public import Experiments
internal import GraphModel
public import Recordings

/// The way that training took through the plane of a network's two parameters, over the lines along
/// which the training loss is the same.
public struct ParameterPath: Sendable {
  /// Whose path it is.
  public let name: String
  /// What the two parameters are called.
  public let parameterNames: [String]
  /// The parameters before each step and after the last, with the training loss there.
  public let steps: [(number: Int, place: Plot.Point, loss: Double)]
  private let trainer: Trainer

  /// The path of recorded steps.
  ///
  /// - Parameter end: the network after the last step.
  /// - Returns: `nil` if the network has not exactly two parameters.
  public init?(_ trainer: Trainer, _ steps: [RecordedStep], end: NetworkState, name: String) {
    guard trainer.parameters.count == 2 else { return nil }
    self.name = name
    self.trainer = trainer
    parameterNames = trainer.parameterNames.map { String($0.split(separator: "/").last ?? "") }
    let seen = steps.map { ($0.number, Self.place($0.state.parameters), $0.loss) }
    let last = ((steps.last?.number ?? 0) + 1, Self.place(end.parameters), end.loss)
    self.steps = seen + [last]
  }

  private static func place(_ parameters: [Double]) -> Plot.Point {
    Plot.Point(parameters[0], parameters[1])
  }

  /// A panel for each path, all over the same part of the plane.
  public static func panels(_ paths: [ParameterPath]) -> [Plot.Panel] {
    let places = paths.flatMap { $0.steps.map(\.place) }
    let x = axis(paths[0].parameterNames[0], places.map(\.x))
    let y = axis(paths[0].parameterNames[1], places.map(\.y))
    return paths.enumerated().map { series, path in path.panel(x, y, series) }
  }

  /// The axis over `numbers` with a tenth of room on both sides.
  private static func axis(_ name: String, _ numbers: [Double]) -> PlotAxis {
    let tight = PlotAxis(name, over: numbers)
    let room = (tight.highest - tight.lowest) / 10
    return PlotAxis(name, from: tight.lowest - room, to: tight.highest + room)
  }

  private func panel(_ x: PlotAxis, _ y: PlotAxis, _ series: Int) -> Plot.Panel {
    let (first, last) = (steps[0], steps[steps.count - 1])
    let path = steps.map(\.place)
    let words = Plot.Point(first.place.x, first.place.y - (y.highest - y.lowest) / 20)
    return Plot.Panel(
      title: "\(name) · \(steps.count - 1) steps", x: x, y: y,
      marks: levels(x, y) + [
        .line(path, series: series, label: "\(name) \(NumberFormat.text(for: last.loss))"),
        .points(path, series: series), .words("start", at: words),
      ])
  }

  /// `run,step,w1,b,loss` with all digits.
  public static func csv(_ paths: [ParameterPath]) -> String {
    CSVText.lines(
      ["run", "step"] + paths[0].parameterNames + ["loss"],
      paths.flatMap { path in
        path.steps.map { step in
          [path.name, "\(step.number)"]
            + [step.place.x, step.place.y, step.loss].map(NumberFormat.exact)
        }
      })
  }
}

extension ParameterPath {
  /// How many numbers of each parameter the loss is computed at.
  private static let resolution = 120

  /// Lines of equal loss at round numbers, with these beside them.
  private func levels(_ x: PlotAxis, _ y: PlotAxis) -> [Plot.Mark] {
    let (xs, ys) = (Self.places(x), Self.places(y))
    var trainer = trainer
    let losses = ys.map { y in xs.map { trainer.trainingLoss([$0, y]) } }
    let lines = LevelLines(xs: xs, ys: ys, numbers: losses)
    var (marks, named): ([Plot.Mark], [Plot.Point]) = ([], [])
    for level in Self.roundNumbers(losses.joined().filter(\.isFinite)).reversed() {
      let all = lines.lines(at: level)
      marks += all.map { .level($0) }
      // What would cover another line's number stays without.
      let longest = all.max { $0.count < $1.count } ?? []
      let free = longest.first { place in
        Self.isInside(place, x, y) && named.allSatisfy { Self.isApart($0, place, x, y) }
      }
      guard let free else { continue }
      named.append(free)
      marks.append(.words(NumberFormat.constant(level), at: free))
    }
    return marks
  }

  /// Whether words about a place do not leave the panel.
  private static func isInside(_ place: Plot.Point, _ x: PlotAxis, _ y: PlotAxis) -> Bool {
    guard let right = x.share(place.x), let up = y.share(place.y) else { return false }
    return (0.05...0.95).contains(right) && (0.05...0.95).contains(up)
  }

  /// Whether words about two places do not touch.
  private static func isApart(
    _ first: Plot.Point, _ second: Plot.Point, _ x: PlotAxis, _ y: PlotAxis
  ) -> Bool {
    abs(first.x - second.x) > (x.highest - x.lowest) / 10
      || abs(first.y - second.y) > (y.highest - y.lowest) / 16
  }

  private static func places(_ axis: PlotAxis) -> [Double] {
    let step = (axis.highest - axis.lowest) / Double(resolution - 1)
    return (0..<resolution).map { axis.lowest + step * Double($0) }
  }

  /// At most ten of 1, 2, 5, 10, 20 and so on between the smallest number and the largest.
  static func roundNumbers(_ numbers: [Double]) -> [Double] {
    guard let low = numbers.min(), let high = numbers.max(), high > 0, high > low else { return [] }
    var found: [Double] = []
    for power in (-300...300).reversed() where found.count < 10 {
      for digit in [5.0, 2, 1] {
        let number = Double("\(Int(digit))e\(power)") ?? 0
        if number < high, number > low, found.count < 10 { found.append(number) }
      }
    }
    return found.reversed()
  }
}
