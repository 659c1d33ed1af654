internal import Activity
internal import Datasets
public import Diagrams
public import Experiments
internal import GraphModel

/// Which class a network of two inputs predicts where, with the training examples.
public struct DecisionMap: Sendable, Equatable {
  /// What it is a map of.
  public let name: String
  /// What the inputs are called.
  public let inputNames: [String]
  /// What the classes are called.
  public let classNames: [String]
  /// The numbers at which the first input was tried, and the second.
  public let xs: [Double], ys: [Double]
  /// The class predicted at each of `ys` for each of `xs`, from 0.
  public let classes: [[Int]]
  /// The lines between what is predicted as one class and as another.
  public let borders: [[Plot.Point]]
  /// The training examples: their places and classes, and whether they are predicted right.
  public let examples: [(place: Plot.Point, label: Int, isRight: Bool)]

  /// Tries the network all over the box of its training examples and a tenth around it.
  ///
  /// - Returns: `nil` if the network has not two inputs, or predicts no classes.
  public init?(_ trainer: Trainer, _ parameters: [Double], name: String) {
    guard trainer.inputNames.count == 2, !trainer.classNames.isEmpty else { return nil }
    var trainer = trainer
    let examples = trainer.split.train
    let predict = trainer.laneSet(parameters, over: [examples[0]]).prediction
    self.name = name
    (inputNames, classNames) = (trainer.inputNames, trainer.classNames)
    let grid = InputGrid(around: examples)
    (xs, ys) = (grid.xs, grid.ys)
    let outputs = trainer.outputs(of: grid.inputs, parameters)
    classes = grid.rows(outputs.map { predict($0) ?? 0 })
    borders = Self.margins(outputs, middle: trainer.loss.middle).flatMap {
      LevelLines(xs: grid.xs, ys: grid.ys, numbers: grid.rows($0)).lines(at: 0)
    }
    let predictions = trainer.outputs(of: examples.map(\.inputs), parameters).map { predict($0) }
    self.examples = zip(examples, predictions).map { example, prediction in
      let label: Int = if case .label(let label) = example.target { label } else { 0 }
      return (Plot.Point(example.inputs[0], example.inputs[1]), label, prediction == label)
    }
  }

  public static func == (first: DecisionMap, second: DecisionMap) -> Bool {
    first.csv == second.csv && first.classes == second.classes
  }

  /// Of each class but the last how far it is before all others, for each list of outputs; of a single
  /// output how far it is above the middle.
  private static func margins(_ outputs: [[Double]], middle: Double) -> [[Double]] {
    guard let count = outputs.first?.count, count > 1 else {
      return [outputs.map { $0[0] - middle }]
    }
    return (0..<count - 1).map { label in
      outputs.map { own in
        own[label] - (own.indices.filter { $0 != label }.map { own[$0] }.max() ?? 0)
      }
    }
  }

  /// The share of training examples that are predicted right.
  public var accuracy: Double {
    Double(examples.count { $0.isRight }) / Double(max(examples.count, 1))
  }

  /// Regions with smooth borders, examples by class, and a cross on each that is predicted wrong.
  public var panel: Plot.Panel {
    let wrong = examples.filter { !$0.isRight }.map(\.place)
    let signs = classNames.indices.map { label in
      Plot.Mark.points(examples.filter { $0.label == label }.map(\.place), series: label)
    }
    return Plot.Panel(
      title: "\(name) · \(wrong.count) of \(examples.count) wrong",
      x: InputGrid.axis(inputNames[0], xs), y: InputGrid.axis(inputNames[1], ys),
      marks: regions + borders.map { .border($0) } + signs + [.crosses(wrong)], isEqual: true)
  }

  private func half(_ numbers: [Double]) -> Double { (numbers[1] - numbers[0]) / 2 }

  /// Neighbours in a row that are of one class make one area.
  private var regions: [Plot.Mark] {
    let (dx, dy) = (half(xs), half(ys))
    return classes.enumerated().flatMap { row, labels in
      var areas: [Plot.Mark] = []
      var start = 0
      for column in 1...labels.count
      where column == labels.count || labels[column] != labels[start] {
        areas.append(
          .area(
            from: Plot.Point(xs[start] - dx, ys[row] - dy),
            to: Plot.Point(xs[column - 1] + dx, ys[row] + dy), series: labels[start], isPale: true))
        start = column
      }
      return areas
    }
  }

  /// `run,kind,x,y,class,right`: what is predicted on the grid, and the examples.
  public var csv: String {
    let grid = ys.indices.flatMap { row in
      xs.indices.map { column in
        [name, "grid", NumberFormat.exact(xs[column]), NumberFormat.exact(ys[row])]
          + [classNames[classes[row][column]], ""]
      }
    }
    let own = examples.map { example in
      [name, "example", NumberFormat.exact(example.place.x), NumberFormat.exact(example.place.y)]
        + [classNames[example.label], example.isRight ? "yes" : "no"]
    }
    return CSVText.lines(
      ["run", "kind", inputNames[0], inputNames[1], "class", "right"], grid + own)
  }
}
