internal import Datasets
public import Diagrams
public import Experiments
internal import GraphModel

/// The number that a network of two inputs predicts where, as lines of equal numbers, with the training
/// examples.
public struct LevelMap: Sendable, Equatable {
  /// The lines of a number.
  public struct Level: Sendable, Equatable {
    /// The number that is predicted along them.
    public let number: Double
    /// From place to place.
    public let lines: [[Plot.Point]]
  }

  /// What it is a map of.
  public let name: String
  /// What the inputs are called.
  public let inputNames: [String]
  /// The numbers at which the first input was tried, and the second.
  public let xs: [Double], ys: [Double]
  /// The number predicted at each of `ys` for each of `xs`.
  public let predictions: [[Double]]
  /// Round numbers, from the smallest.
  public let levels: [Level]
  /// The places of the training examples.
  public let examples: [Plot.Point]

  /// Tries the network all over the box of its training examples and a tenth around it.
  ///
  /// - Returns: `nil` if the network has not two inputs, or does not predict one number.
  public init?(_ trainer: Trainer, _ parameters: [Double], name: String) {
    guard trainer.inputNames.count == 2, trainer.classNames.isEmpty, trainer.layers.last == 1 else {
      return nil
    }
    var trainer = trainer
    let grid = InputGrid(around: trainer.split.train)
    let outputs = trainer.outputs(of: grid.inputs, parameters).map { $0[0] }
    self.name = name
    inputNames = trainer.inputNames
    (xs, ys) = (grid.xs, grid.ys)
    let predictions = grid.rows(outputs)
    self.predictions = predictions
    let lines = LevelLines(xs: grid.xs, ys: grid.ys, numbers: predictions)
    levels = PlotAxis("", over: outputs).roundNumbers.map { number in
      Level(number: number, lines: lines.lines(at: number))
    }
    examples = trainer.split.train.map { Plot.Point($0.inputs[0], $0.inputs[1]) }
  }

  /// The lines with their numbers, and the examples.
  public var panel: Plot.Panel {
    let (x, y) = (InputGrid.axis(inputNames[0], xs), InputGrid.axis(inputNames[1], ys))
    return Plot.Panel(
      title: "\(name) · lines of equal predictions", x: x, y: y,
      marks: [.points(examples, series: 0)] + levels.flatMap { $0.marks(x, y) })
  }

  /// `run,kind,x,y,prediction`: what is predicted on the grid.
  public var csv: String {
    CSVText.lines(
      ["run", "kind", inputNames[0], inputNames[1], "prediction"],
      ys.indices.flatMap { row in
        xs.indices.map { column in
          [name, "grid", NumberFormat.exact(xs[column]), NumberFormat.exact(ys[row])]
            + [NumberFormat.exact(predictions[row][column])]
        }
      })
  }
}

extension LevelMap.Level {
  /// The lines, and the number in a gap in the middle of the longest one.
  fileprivate func marks(_ x: PlotAxis, _ y: PlotAxis) -> [Plot.Mark] {
    guard let longest = lines.max(by: { $0.count < $1.count }), longest.count > 24 else {
      return lines.map { .level($0) }
    }
    let middle = longest[longest.count / 2]
    let width = 0.05 * (x.highest - x.lowest)
    let height = 0.035 * (y.highest - y.lowest)
    let pieces = lines.flatMap { line in
      line.split { abs($0.x - middle.x) < width && abs($0.y - middle.y) < height }
    }
    return pieces.filter { $0.count > 1 }.map { .level(Array($0)) }
      + [.words(NumberFormat.short(number), at: middle)]
  }
}
