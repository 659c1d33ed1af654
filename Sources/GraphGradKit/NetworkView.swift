internal import Activity
public import Datasets
public import Experiments
public import GraphModel
internal import Tracing

/// What is drawn of a network in training.
public struct NetworkView: Sendable, Equatable {
  /// Whose numbers are drawn.
  public enum Subject: Sendable, Equatable {
    /// One example.
    case example(Probe)
    /// Means and ranges over the training examples.
    case data
  }

  /// One box a neuron, or one a value.
  public var kind: ViewDescription.Kind
  /// Whose numbers are drawn.
  public var subject: Subject
  /// Whether long chains of additions become one Σ, in the view of values.
  public var foldsSums: Bool
  /// The neuron whose own values are drawn, such as `layer1/neuron3`; `nil` for the whole network.
  public var focus: String?
  /// Which scopes become one box each, in the view of values.
  public var folding = Folding()

  /// A view of a network.
  public init(
    kind: ViewDescription.Kind, subject: Subject, foldsSums: Bool = true, focus: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.foldsSums = foldsSums
    self.focus = focus
  }
}

extension Trainer {
  /// The view that the experiment asks for.
  public var view: NetworkView {
    var view = NetworkView(
      kind: experiment.view.kind, subject: .example(probe),
      foldsSums: experiment.view.foldsSums)
    view.folding = Folding(
      depth: experiment.view.depth.map { .level($0) } ?? .automatic,
      expanded: experiment.view.expanded ?? [])
    return view
  }

  /// The neurons over the training examples, as far as a picture says something of them.
  private func activity(_ parameters: [Double], _ history: FiringHistory?) -> Activity {
    Activity(
      laneSet(parameters, over: split.train), history: history, measuringMeans: false)
  }

  /// The network, one node a neuron, with these parameters.
  public func neuronGraph(
    of subject: NetworkView.Subject, _ parameters: [Double], history: FiringHistory? = nil
  ) -> NeuronGraph {
    let activity = activity(parameters, history)
    guard case .example(let probe) = subject else {
      return activity.neuronGraph(name: experiment.name)
    }
    var graph = activity.neuronGraph(of: lane(probe.example), name: experiment.name)
    let outputs = graph.nodes.indices.filter { graph.nodes[$0].kind == .output }
    let shares = probabilities(outputs.map { graph.nodes[$0].output.value })
    for (place, index) in outputs.enumerated() {
      graph.nodes[index].probability = shares?[place]
      graph.nodes[index].isTarget =
        outputs.count > 1 && probe.example.target == .label(place)
    }
    return graph
  }

  /// Every value of an example, with these parameters: of the whole network or of one neuron.
  ///
  /// - Throws: ``UnknownNeuron`` if there is none of the name in `focus`.
  public mutating func graph(
    of example: Example, _ parameters: [Double], focus: String? = nil,
    history: FiringHistory? = nil
  ) throws(UnknownNeuron) -> Graph {
    var graph = valueGraph(of: example, parameters)
    let activity = activity(parameters, history)
    graph.neurons = Dictionary(
      zip(activity.neurons, activity.readings(lane(example))).map { neuron, reading in
        (neuron.site.name, .init(verdict: reading.verdict, reason: reading.reason))
      }, uniquingKeysWith: { first, _ in first })
    guard let focus else { return graph }
    guard let part = graph.focused(on: focus) else {
      throw UnknownNeuron(name: focus, known: neuronNames)
    }
    return part
  }

  /// The ``Diagram/size`` of the view of neurons.
  public var neuronViewSize: Int { laneSet(parameters, over: split.train).neuronGraphSize }

  /// The names of all neurons, outputs included.
  public var neuronNames: [String] { laneSet(parameters, over: split.train).neuronNames }
}

/// There is no neuron of this name.
public struct UnknownNeuron: Error, Equatable, Sendable {
  /// The name that was asked for.
  public let name: String
  /// The names there are.
  public let known: [String]

  /// A name that is none of those known.
  public init(name: String, known: [String]) {
    self.name = name
    self.known = known
  }
}
