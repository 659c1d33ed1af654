import Experiments
import NeuralNetworks
import Testing

@Suite("Schedules") struct ScheduleTests {
  private static let yaml = """
    data: {kind: moons, count: 12}
    model: {layers: [3, 1], initialization: {uniform: 0.3, biases: true}}
    loss: hinge
    optimizer:
      kind: momentum
      learningRate: {1: 0.005, 4: 0.01, 7: 0.02}
      momentum: {1: 0.5, 4: 0.9}
      weightDecay: 0.002
    steps: 9
    """

  @Test("learning rate and momentum change at their steps, and each step is the paper's formula")
  func formula() throws {
    var trainer = try Trainer(Experiment(yaml: Self.yaml))
    var movement = trainer.parameters.map { _ in 0.0 }
    while let step = trainer.next() {
      let rate = step.number < 4 ? 0.005 : step.number < 7 ? 0.01 : 0.02
      let momentum = step.number < 4 ? 0.5 : 0.9
      #expect(step.learningRate == rate)
      #expect(step.optimizer.rows[0].numbers == movement)
      for place in movement.indices {
        movement[place] = -rate * step.gradients[place] + momentum * movement[place]
        let expected = (step.parameters[place] + movement[place]) * (1 - 0.002)
        #expect(trainer.parameters[place] == expected)
      }
    }
  }

  @Test("plain numbers are the same at every step") func constant() throws {
    let settings = ["optimizer={kind: momentum, learningRate: 0.1}"]
    var trainer = try Trainer(Experiment(yaml: Self.yaml, settings: settings))
    #expect(trainer.experiment.optimizer?.momentum == 0.9)
    while let step = trainer.next() { #expect(step.learningRate == 0.1) }
  }
}
