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
    /// It fired before the first of these steps, and not from the last of them on; between them nobody
    /// looked. `nil` is the network after the last update.
    case between(Int, Int?)
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
  /// The numbers of these steps; that of the network after the last update is 1 more than the last.
  private var numbers: [Int] = []

  /// Of no step yet.
  public init(names: [String], withSeveralPlaces: Set<Int> = []) {
    self.names = names
    self.withSeveralPlaces = withSeveralPlaces
  }

  /// Adds what was seen with the parameters of a step.
  ///
  /// - Parameter number: 1 more than that of the last step, for the network after the last update;
  ///   `nil` if every step was looked at.
  public mutating func add(step: Int?, number: Int? = nil, loss: Double, fires: [Double]) {
    steps.append(step)
    numbers.append(step ?? number ?? (numbers.last ?? 0) + 1)
    losses.append(loss)
    self.fires.append(fires)
  }

  /// The history up to the first `count` steps that were looked at.
  public func prefix(_ count: Int) -> FiringHistory {
    var history = FiringHistory(names: names, withSeveralPlaces: withSeveralPlaces)
    for index in steps.indices.prefix(count) {
      history.add(
        step: steps[index], number: numbers[index], loss: losses[index], fires: fires[index])
    }
    return history
  }

  /// When the neuron died for good; `nil` if it fires in the last step.
  public func death(of neuron: Int) -> Death? {
    guard let last = fires.last, last[neuron] == 0 else { return nil }
    guard let lastAlive = fires.lastIndex(where: { $0[neuron] != 0 }) else { return .fromTheStart }
    let step = steps[lastAlive + 1]
    guard numbers[lastAlive + 1] == numbers[lastAlive] + 1 else {
      return .between(numbers[lastAlive] + 1, step)
    }
    return step.map(Death.step) ?? .lastUpdate
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
    case .between(let first, let last?): " since one of the steps \(first) to \(last)"
    case .between(let first, nil): " since step \(first) or later"
    }
  }
}
