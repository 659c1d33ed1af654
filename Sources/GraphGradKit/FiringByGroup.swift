internal import Activity
public import Datasets
public import Experiments

/// In what share of the examples of each group every neuron fires; of texts, in what share of the
/// places.
///
///     let firing = try FiringByGroup(trainer, parameters, trainer.split.train, by: "level", bins: 5)
///     print(firing.neurons[3], firing.groups[0].name, firing.groups[0].fires[3])
public struct FiringByGroup: Codable, Sendable, Equatable {
  /// Examples, or places in texts, that have something in common.
  public struct Group: Codable, Sendable, Equatable {
    /// What they have in common, such as `level 0.2 to 0.4`, or the name of a class or a token.
    public let name: String
    /// How many there are.
    public let examples: Int
    /// The share of them in which each neuron's output is not 0.
    public let fires: [Double]
  }

  /// The neurons that have a verdict, in the order in which they were recorded.
  public let neurons: [String]
  /// The groups that have examples, in order.
  public let groups: [Group]

  /// Whether ``Group/examples`` are places in texts.
  public let areOfPlaces: Bool

  /// The name that groups by class instead of by an input.
  public static let byClass = "class"
  /// The name that groups the places of texts by their position.
  public static let byPosition = "position"
  /// The name that groups the places of texts by the token that stands there.
  public static let byToken = "token"

  /// By what the examples of a run can be grouped.
  public static func keys(_ trainer: Trainer) -> [String] {
    if trainer.readsText { return [byPosition, byToken] }
    return trainer.inputNames + (trainer.classNames.isEmpty ? [] : [byClass])
  }

  /// Groups examples and measures each group.
  ///
  /// - Parameters:
  ///   - key: one of ``keys(_:)``.
  ///   - bins: into how many ranges of equal length the numbers of the input are parted, unless there
  ///     are no more different ones than that.
  /// - Returns: `nil` if `key` is none of ``keys(_:)``.
  /// - Precondition: at least one example and one bin.
  public init?(
    _ trainer: Trainer, _ parameters: [Double], _ examples: [Example], by key: String, bins: Int
  ) {
    if trainer.readsText {
      self.init(places: trainer, parameters, examples, by: key)
      return
    }
    guard let parts = Self.parts(trainer, examples, key, bins) else { return nil }
    var names: [String] = []
    var groups: [Group] = []
    for (name, members) in parts where !members.isEmpty {
      var meter = FiringMeter(trainer.laneSet(parameters, over: members))
      names = meter.names
      groups.append(
        Group(name: name, examples: members.count, fires: meter.fires(with: parameters)))
    }
    self.init(names, groups, areOfPlaces: false)
  }

  private init?(
    places trainer: Trainer, _ parameters: [Double], _ examples: [Example], by key: String
  ) {
    guard Self.keys(trainer).contains(key) else { return nil }
    let isByToken = key == Self.byToken
    let names = isByToken ? trainer.classNames : trainer.inputNames
    var counts = names.map { _ in 0 }
    for example in examples {
      for (place, token) in example.inputs.enumerated() {
        counts[isByToken ? Int(token) : place] += 1
      }
    }
    var meter = FiringMeter(trainer.laneSet(parameters, over: examples))
    let fires = meter.fires(with: parameters, groups: names.count) { lane, place in
      isByToken ? Int(examples[lane].inputs[place]) : place
    }
    let groups = names.indices.filter { counts[$0] > 0 }.map { group in
      Group(name: names[group], examples: counts[group], fires: fires.map { $0[group] ?? 0 })
    }
    self.init(meter.names, groups, areOfPlaces: true)
  }

  private init(_ neurons: [String], _ groups: [Group], areOfPlaces: Bool) {
    self.neurons = neurons
    self.groups = groups
    self.areOfPlaces = areOfPlaces
  }

  private static func parts(
    _ trainer: Trainer, _ examples: [Example], _ key: String, _ bins: Int
  ) -> [(String, [Example])]? {
    if let input = trainer.inputNames.firstIndex(of: key) {
      return InputBins(examples.map { $0.inputs[input] }, count: bins).parts(examples).map {
        ("\(key) \($0)", $1)
      }
    }
    guard key == byClass, !trainer.classNames.isEmpty else { return nil }
    return trainer.classNames.enumerated().map { label, name in
      (name, examples.filter { $0.target == .label(label) })
    }
  }
}
