public import Diagrams
internal import GraphModel
public import Recordings

/// The losses of runs, step by step.
public struct LossCurves: Sendable, Equatable {
  /// The losses of a run.
  public struct Run: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// Of each step its number and the training loss before its update.
    public let training: [Plot.Point]
    /// The same of the validation loss, in the steps in which it was computed.
    public let validation: [Plot.Point]

    /// The losses that recorded steps saw.
    public init(name: String, _ steps: [RecordedStep]) {
      self.name = name
      training = steps.map { Plot.Point(Double($0.number), $0.loss) }
      validation = steps.compactMap { step in
        step.validationLoss.map { Plot.Point(Double(step.number), $0) }
      }
    }
  }

  /// The runs, in the order in which they are drawn.
  public let runs: [Run]

  /// The losses of `runs`.
  public init(_ runs: [Run]) { self.runs = runs }

  /// Loss against step; where several runs have validation losses, these have a panel of their own.
  ///
  /// - Parameter isLogarithmic: whether equal distances are equal ratios; losses of 0 and below are
  ///   then left out.
  public func plot(isLogarithmic: Bool = false) -> Plot {
    guard runs.count > 1 else {
      let curves = runs.flatMap { [("training", $0.training), ("validation", $0.validation)] }
      return Plot([Self.panel("", curves, isLogarithmic)], columns: 1)
    }
    let training = Self.panel("training loss", runs.map { ($0.name, $0.training) }, isLogarithmic)
    let validation = runs.map { ($0.name, $0.validation) }
    guard validation.contains(where: { !$1.isEmpty }) else { return Plot([training], columns: 1) }
    return Plot(
      [training, Self.panel("validation loss", validation, isLogarithmic)], columns: 2)
  }

  /// Whether no loss could be drawn on a logarithmic axis.
  public var hasNoPositive: Bool {
    !runs.contains { ($0.training + $0.validation).contains { $0.y > 0 && $0.y.isFinite } }
  }

  private static func panel(
    _ title: String, _ curves: [(String, [Plot.Point])], _ isLogarithmic: Bool
  ) -> Plot.Panel {
    let points = curves.flatMap(\.1)
    return Plot.Panel(
      title: title, x: PlotAxis("step", over: points.map(\.x)),
      y: PlotAxis(
        "loss", over: points.map(\.y), including: isLogarithmic ? nil : 0,
        isLogarithmic: isLogarithmic),
      marks: curves.enumerated().filter { !$1.1.isEmpty }.map { series, curve in
        let last = curve.1.last { $0.y.isFinite }.map { " " + NumberFormat.text(for: $0.y) } ?? ""
        return .line(curve.1, series: series, label: curve.0 + last)
      })
  }

  /// `run,split,step,loss` with all digits.
  public var csv: String {
    CSVText.lines(
      ["run", "split", "step", "loss"],
      runs.flatMap { run in
        [("train", run.training), ("validation", run.validation)].flatMap { split, points in
          points.map { [run.name, split, "\(Int($0.x))", NumberFormat.exact($0.y)] }
        }
      })
  }
}
