import Datasets
import Experiments
import Testing

@Suite("Training from many seeds") struct SeedTests {
  private static let yaml = """
    data: {kind: moons, count: 40, split: [0.5, 0.25, 0.25]}
    model: {layers: [4, 1], activation: relu}
    loss: hinge
    optimizer: {kind: sgd, learningRate: 0.3}
    steps: 30
    """

  @Test(
    "each run is the trainer's own with its seed, to the last bit", arguments: [1, 4] as [UInt64])
  func same(_ first: UInt64) throws {
    let experiment = try Experiment(yaml: Self.yaml)
    let all = try SeedRuns(experiment, seeds: first...(first + 2)).runs
    #expect(all.map(\.seed) == [first, first + 1, first + 2])
    for run in all {
      var trainer = try Trainer(Experiment(yaml: Self.yaml, settings: ["seed=\(run.seed)"]))
      while trainer.next() != nil {}
      for (found, examples) in [
        (run.training, trainer.split.train), (run.validation, trainer.split.validation),
        (run.test, trainer.split.test),
      ] {
        let (loss, accuracy) = trainer.evaluate(examples, trainer.parameters)
        #expect(found?.loss == loss && found?.accuracy == accuracy)
        #expect(found?.count == examples.count)
      }
      #expect(run.steps == 30 && !run.isReached && run.neuronCount == 4)
    }
    #expect(Set(all.map(\.training.loss)).count == 3)
  }

  @Test("training stops at the goal, with the parameters that reach it") func goal() throws {
    let experiment = try Experiment(yaml: Self.yaml)
    var trainer = try Trainer(Experiment(yaml: Self.yaml, settings: ["seed=3"]))
    var losses: [Double] = []
    while let step = trainer.next() { losses.append(step.loss) }
    let last = trainer.evaluate(trainer.split.train, trainer.parameters).loss
    let run = try #require(
      try SeedRuns(experiment, seeds: 3...3, until: .loss(losses[12])).runs.first)
    let first = try #require(losses.firstIndex { $0 <= losses[12] })
    #expect(run.isReached && run.steps == first && run.training.loss == losses[first])
    // Reached by the last update alone.
    if last < losses.min() ?? 0 {
      let end = try SeedRuns(experiment, seeds: 3...3, until: .loss(last)).runs[0]
      #expect(end.isReached && end.steps == 30 && end.training.loss == last)
    }
    let never = try SeedRuns(experiment, seeds: 3...3, until: .loss(0)).runs[0]
    #expect(!never.isReached && never.steps == 30 && never.training.loss == last)
  }

  @Test("neurons that are 0 in every example are counted as dead") func dead() throws {
    let settings = ["optimizer.learningRate=30", "model.layers=[8,1]"]
    let experiment = try Experiment(yaml: Self.yaml, settings: settings)
    for run in try SeedRuns(experiment, seeds: 1...3).runs {
      #expect(run.neuronCount == 8 && run.deadCount > 0, "a step of this length kills some")
    }
  }

  @Test("a goal is a share or a loss") func reading() {
    #expect(Goal("accuracy=1") == .accuracy(1) && Goal("loss=0.01") == .loss(0.01))
    #expect(Goal("loss=0") == .loss(0))
    for text in [
      "", "loss", "loss=", "loss=x", "loss=nan", "loss=-1", "accuracy=0", "accuracy=1.1",
    ]
      + ["accuracy=1=1", "steps=3", "Loss=1"]
    {
      #expect(Goal(text) == nil, "\(text)")
    }
  }

  @Test("quartiles divide the distance between two numbers evenly") func quartiles() throws {
    let four = try #require(Quartiles([8, 1, 4, 2]))
    #expect(four.lowest == 1 && four.highest == 8)
    #expect(four.lower == 1.75 && four.median == 3 && four.upper == 5)
    let one = try #require(Quartiles([7]))
    #expect([one.lowest, one.lower, one.median, one.upper, one.highest] == [7, 7, 7, 7, 7])
    #expect(Quartiles([1, .infinity, .infinity])?.median == .infinity)
    #expect(Quartiles([]) == nil && Quartiles([1, .nan]) == nil)
  }
}
