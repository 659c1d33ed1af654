import GraphGradKit

/// In how many examples each neuron fired in each step so far, to tell since when it is dead.
struct NeuronLife {
  private var meter: FiringMeter
  private(set) var history: FiringHistory

  init(_ trainer: Trainer) {
    meter = FiringMeter(trainer.laneSet(trainer.parameters, over: trainer.split.train))
    history = meter.emptyHistory
  }

  mutating func add(_ step: Int, loss: Double, _ parameters: [Double]) {
    history.add(step: step, loss: loss, fires: meter.fires(with: parameters))
  }
}
