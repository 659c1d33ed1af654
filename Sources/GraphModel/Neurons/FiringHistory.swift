/// In what share of the examples each neuron fires, step by step, and when it died or came back.
///
/// A neuron whose weights are used at several places in an example, as a filter of a convolution is,
/// has the share of all its places in all examples instead.
public struct FiringHistory: Sendable {
  /// When a neuron became silent in every example, for good.
  public enum Death: Sendable, Equatable {
    /// It never fired.
    case fromTheStart
    /// It fired before this step, counted from 1, and not from there on.
    case step(Int)
    /// The last update silenced it.
    case lastUpdate
  }

  /// An event in the life of a neuron.
  public struct Event: Sendable, Equatable {
    /// What happened.
    public enum Kind: String, Sendable { case death, birth }
    /// Which neuron, by its place in ``names``.
    public let neuron: Int
    /// The column: the step with whose parameters it is first so.
    public let column: Int
    /// What happened.
    public let kind: Kind

    /// An event.
    public init(neuron: Int, column: Int, kind: Kind) {
      self.neuron = neuron
      self.column = column
      self.kind = kind
    }
  }

  /// The neurons, layer by layer.
  public let names: [String]
  /// The neurons with several places in an example, by their place in ``names``.
  public let withSeveralPlaces: Set<Int>
  /// The steps that were looked at, in order; `nil` for the network after the last update.
  public private(set) var steps: [Int?] = []
  /// The mean loss in each of these steps.
  public private(set) var losses: [Double] = []
  /// Of each step the share of examples in which each neuron fires, or of its places in them; `nan`
  /// where an output is, which is neither firing nor dead.
  public private(set) var fires: [[Double]] = []

  /// Of no step yet.
  public init(names: [String], withSeveralPlaces: Set<Int> = []) {
    self.names = names
    self.withSeveralPlaces = withSeveralPlaces
  }

  /// Adds what was seen with the parameters of a step.
  public mutating func add(step: Int?, loss: Double, fires: [Double]) {
    steps.append(step)
    losses.append(loss)
    self.fires.append(fires)
  }

  /// The history up to the first `count` steps that were looked at.
  public func prefix(_ count: Int) -> FiringHistory {
    var history = FiringHistory(names: names, withSeveralPlaces: withSeveralPlaces)
    for (step, (loss, fires)) in zip(steps, zip(losses, fires)).prefix(count) {
      history.add(step: step, loss: loss, fires: fires)
    }
    return history
  }

  /// When the neuron died for good; `nil` if it fires in the last step.
  public func death(of neuron: Int) -> Death? {
    guard let last = fires.last, last[neuron] == 0 else { return nil }
    guard let lastAlive = fires.lastIndex(where: { $0[neuron] != 0 }) else { return .fromTheStart }
    return steps[lastAlive + 1].map(Death.step) ?? .lastUpdate
  }

  /// All deaths and births, step by step.
  public var events: [Event] {
    zip(fires.indices.dropFirst(), zip(fires, fires.dropFirst())).flatMap { column, pair in
      names.indices.compactMap { neuron in
        let (before, after) = (pair.0[neuron] != 0, pair.1[neuron] != 0)
        if before == after { return nil }
        return Event(neuron: neuron, column: column, kind: after ? .birth : .death)
      }
    }
  }
}

extension FiringHistory.Death {
  /// ` since step 37`, to stand behind the word dead.
  public var words: String {
    switch self {
    case .fromTheStart: " from the start"
    case .step(let step): " since step \(step)"
    case .lastUpdate: " since the last update"
    }
  }
}
