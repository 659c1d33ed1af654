public import Diagrams
public import GraphModel
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
    /// How many neurons died at which step, in order.
    public let deaths: [Deaths]

    /// Neurons that fire in no example from a step on, having fired before.
    public struct Deaths: Sendable, Equatable {
      /// The step, counted from 1.
      public let step: Int
      /// How many neurons.
      public let count: Int
    }

    /// The losses that recorded steps saw.
    ///
    /// - Parameter history: of the neurons, if their deaths are to be marked.
    public init(name: String, _ steps: [RecordedStep], history: FiringHistory? = nil) {
      self.name = name
      deaths = history?.deaths ?? []
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

  /// Loss against step, one colour a run; where there are validation losses these are dashed and the
  /// training losses solid. Deaths of neurons are marked on the training curve.
  ///
  /// - Parameter isLogarithmic: whether equal distances are equal ratios; losses of 0 and below are
  ///   then left out.
  public func plot(isLogarithmic: Bool = false) -> Plot {
    let points = runs.flatMap { $0.training + $0.validation }
    let x = PlotAxis("step", over: points.map(\.x))
    let marks = runs.enumerated().flatMap { series, run in
      lines(of: run, series) + run.flags(series, apart: (x.highest - x.lowest) / 24)
    }
    return Plot(
      [
        Plot.Panel(
          title: "", x: x,
          y: PlotAxis(
            "loss", over: points.map(\.y), including: isLogarithmic ? nil : 0,
            isLogarithmic: isLogarithmic), marks: marks)
      ], columns: 1)
  }

  private func lines(of run: Run, _ series: Int) -> [Plot.Mark] {
    let isAlone = runs.count == 1
    let hasValidation = runs.contains { !$0.validation.isEmpty }
    let curves: [(String, [Plot.Point], Plot.Dash?)] = [
      (isAlone ? "training" : run.name, run.training, hasValidation ? .solid : nil),
      (isAlone ? "validation" : "\(run.name) val.", run.validation, .dashed),
    ]
    return curves.filter { !$0.1.isEmpty }.map { name, points, dash in
      let last = points.last { $0.y.isFinite }.map { " " + NumberFormat.text(for: $0.y) } ?? ""
      return .line(points, series: series, label: name + last, dash: dash)
    }
  }

  /// Whether no loss could be drawn on a logarithmic axis.
  public var hasNoPositive: Bool {
    !runs.contains { ($0.training + $0.validation).contains { $0.y > 0 && $0.y.isFinite } }
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

extension LossCurves.Run {
  /// A flag for the deaths of each step; those that are nearer than `distance` steps share one at the
  /// first of them.
  fileprivate func flags(_ series: Int, apart distance: Double) -> [Plot.Mark] {
    var groups: [Deaths] = []
    for death in deaths {
      if let last = groups.last, Double(death.step - last.step) < distance {
        groups[groups.count - 1] = Deaths(step: last.step, count: last.count + death.count)
      } else {
        groups.append(death)
      }
    }
    return groups.compactMap { group in
      training.first { $0.x >= Double(group.step) }.map {
        .flag("×\(group.count)", at: $0, series: series)
      }
    }
  }
}

extension FiringHistory {
  /// How many neurons died at which step; those that died in the last update are left out, since no
  /// step saw them.
  fileprivate var deaths: [LossCurves.Run.Deaths] {
    var counts: [Int: Int] = [:]
    for event in events where event.kind == .death {
      if let step = steps[event.column] { counts[step, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { .init(step: $0.key, count: $0.value) }
  }
}
