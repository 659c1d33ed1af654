import GraphGradKit

/// What training from many seeds came to, as a table and in a few lines.
struct SeedReport {
  private let runs: [SeedRun]
  private let experiment: Experiment
  private let goal: Goal?

  init(_ runs: SeedRuns, _ experiment: Experiment, _ goal: Goal?) {
    self.runs = runs.runs
    self.experiment = experiment
    self.goal = goal
  }

  /// A title, a line for each seed, and the summary.
  var text: String {
    var table = TextTable(["seed"] + columns.map(\.name))
    for run in runs { table.add(["\(run.seed)"] + columns.map { $0.cell(run) }) }
    return "\(title)\n\n\(table.text)\n\(summary)\n"
  }

  private var title: String {
    let last = goal == nil ? "\(experiment.steps)" : "at most \(experiment.steps)"
    return "\(experiment.name): \(count(runs.count, "seed")), \(last) steps"
      + (goal.map { ", until \($0.words)" } ?? "")
  }

  private func count(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  private typealias Column = (name: String, cell: (SeedRun) -> String)

  /// Those that hold something of this experiment.
  private var columns: [Column] {
    var columns: [Column] = []
    if goal != nil {
      columns.append(("steps", { $0.isReached ? "\($0.steps)" : "not reached" }))
    }
    columns.append(("loss", { NumberFormat.text(for: $0.training.loss) }))
    if runs[0].training.accuracy != nil {
      columns.append(("accuracy", { Self.share($0.training) }))
    }
    for (name, part) in Self.parts where runs[0][keyPath: part] != nil {
      columns.append((name, { $0[keyPath: part].map(Self.result) ?? "" }))
    }
    columns.append(("dead", { "\($0.deadCount) of \($0.neuronCount)" }))
    return columns
  }

  private static var parts: [(String, KeyPath<SeedRun, SeedRun.Result?>)] {
    [("validation", \.validation), ("test", \.test)]
  }

  private static func share(_ result: SeedRun.Result) -> String {
    result.accuracy.map(Percent.text) ?? ""
  }

  /// How many are right, where that can be said, else the loss.
  private static func result(_ result: SeedRun.Result) -> String {
    result.rightCount.map { "\($0) of \(result.count)" } ?? NumberFormat.text(for: result.loss)
  }
}

extension SeedReport {
  /// How many reached the goal and where their steps lie, where the losses lie, and how many of all
  /// examples kept apart are right.
  var summary: String {
    var lines: [String] = []
    if goal != nil {
      let reached = runs.filter(\.isReached)
      lines.append("reached by \(reached.count) of \(runs.count)")
      lines += line("steps of these", reached.map { Double($0.steps) }, NumberFormat.constant)
    }
    lines += line("training loss", runs.map(\.training.loss), NumberFormat.text)
    for (name, part) in Self.parts {
      let results = runs.compactMap { $0[keyPath: part] }
      let right = results.compactMap(\.rightCount)
      if !right.isEmpty {
        let all = results.reduce(0) { $0 + $1.count }
        let share = Percent.text(Double(right.reduce(0, +)) / Double(all))
        lines.append("\(name): \(right.reduce(0, +)) of \(all) right, \(share)")
      } else {
        lines += line("\(name) loss", results.map(\.loss), NumberFormat.text)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ name: String, _ numbers: [Double], _ words: (Double) -> String) -> [String] {
    guard let quartiles = Quartiles(numbers) else { return [] }
    return [
      "\(name): median \(words(quartiles.median)), quartiles \(words(quartiles.lower)) and "
        + "\(words(quartiles.upper)), from \(words(quartiles.lowest)) to \(words(quartiles.highest))"
    ]
  }

  /// `seed,reached,steps` and so on, one row a seed; what an experiment has not stays empty.
  var csv: String {
    let header = [
      "seed", "reached", "steps", "loss", "accuracy", "validationLoss", "validationAccuracy",
      "testLoss", "testAccuracy", "dead", "neurons",
    ]
    return CSVText.lines(
      header,
      runs.map { run in
        ["\(run.seed)", goal == nil ? "" : run.isReached ? "yes" : "no", "\(run.steps)"]
          + [run.training, run.validation, run.test].flatMap { result in
            [result?.loss, result?.accuracy].map { $0.map(NumberFormat.exact) ?? "" }
          } + ["\(run.deadCount)", "\(run.neuronCount)"]
      })
  }
}

extension Goal {
  /// Such as `100.0 % of the training examples are right`.
  fileprivate var words: String {
    switch self {
    case .accuracy(let share): "\(Percent.text(share)) of the training examples are right"
    case .loss(let loss): "the training loss is at most \(NumberFormat.constant(loss))"
    }
  }
}
