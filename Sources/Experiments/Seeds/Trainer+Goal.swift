internal import Activity
internal import Datasets

extension Trainer {
  /// Whether training examples can be predicted right or wrong; `false` where numbers are predicted.
  public var predictsAnswers: Bool {
    var objective = objective
    return objective.loss(over: training, parameters).accuracy != nil
  }

  /// Takes steps until the goal holds, or to the end.
  ///
  /// A step tells of the network before its update, so that the goal is reached after one update less;
  /// the parameters are then those with which it holds.
  mutating func run(until goal: Goal?) -> SeedRun {
    var steps = experiment.steps
    var isReached = false
    while let step = next() {
      guard let goal, goal.isReached(step.loss, step.accuracy) else { continue }
      use(step.parameters)
      (steps, isReached) = (step.number - 1, true)
      break
    }
    let training = result(split.train)
    isReached = isReached || goal?.isReached(training.loss, training.accuracy) ?? false
    var meter = FiringMeter(laneSet(parameters, over: split.train))
    let fires = meter.fires(with: parameters)
    return SeedRun(
      seed: experiment.seed, steps: steps, isReached: isReached, training: training,
      validation: split.validation.isEmpty ? nil : result(split.validation),
      test: split.test.isEmpty ? nil : result(split.test),
      deadCount: fires.count { $0 == 0 }, neuronCount: fires.count)
  }

  private mutating func result(_ examples: [Example]) -> SeedRun.Result {
    let (loss, accuracy) = evaluate(examples, parameters)
    return SeedRun.Result(count: examples.count, loss: loss, accuracy: accuracy)
  }
}
