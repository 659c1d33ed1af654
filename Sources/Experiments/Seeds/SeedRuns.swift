internal import Dispatch
internal import Synchronization

/// An experiment trained from one seed after the other, to tell luck from method.
public struct SeedRuns: Sendable, Equatable {
  /// What each seed came to, in the order of the seeds.
  public let runs: [SeedRun]

  /// Trains the experiment once from each seed, on all cores at once; what comes out does not depend
  /// on how many there are.
  ///
  /// - Parameters:
  ///   - directory: where relative paths in the experiment start.
  ///   - goal: where each run stops; `nil` to take all steps.
  /// - Throws: ``ExperimentError`` as ``Trainer/init(_:directory:)`` does.
  public init(
    _ experiment: Experiment, directory: String = ".", seeds: ClosedRange<UInt64>,
    until goal: Goal? = nil
  ) throws(ExperimentError) {
    let seeds = Array(seeds)
    let results = Mutex([Result<SeedRun, ExperimentError>?](repeating: nil, count: seeds.count))
    DispatchQueue.concurrentPerform(iterations: seeds.count) { place in
      let result = Self.run(experiment, directory, seeds[place], goal)
      results.withLock { $0[place] = result }
    }
    var runs: [SeedRun] = []
    for result in results.withLock({ $0 }) {
      if let run = try result?.get() { runs.append(run) }
    }
    self.runs = runs
  }

  private static func run(
    _ experiment: Experiment, _ directory: String, _ seed: UInt64, _ goal: Goal?
  ) -> Result<SeedRun, ExperimentError> {
    var experiment = experiment
    experiment.seed = seed
    return Result { () throws(ExperimentError) in
      var trainer = try Trainer(experiment, directory: directory)
      return trainer.run(until: goal)
    }
  }

  /// The runs that reached the goal.
  public var reached: [SeedRun] { runs.filter(\.isReached) }
}
