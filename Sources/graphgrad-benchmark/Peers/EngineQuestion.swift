import GraphGradKit

/// What another engine is to do: the same networks with the same numbers.
struct EngineQuestion<Work: Encodable>: Encodable {
  let repetitions: Int
  let works: [Work]
}

/// A network with its examples.
struct NetworkWork: Encodable {
  let title: String
  let layers: [Int]
  let activation: String
  let objective: Workload.Objective
  let strength: Double
  let inputs: [[Double]]
  let labels: [Int]
  let parameters: [Double]
}

extension EngineQuestion<NetworkWork> {
  init(_ workloads: [Workload], repetitions: Int) {
    self.repetitions = repetitions
    works = workloads.map { workload in
      NetworkWork(
        title: workload.title, layers: workload.layers,
        activation: workload.activation.rawValue, objective: workload.objective,
        strength: workload.strength, inputs: workload.examples.map(\.inputs),
        labels: workload.examples.map(\.label), parameters: workload.parameters)
    }
  }
}
