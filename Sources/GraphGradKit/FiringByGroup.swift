internal import Activity
public import Datasets
public import Experiments

/// In what share of the examples of each group every neuron fires.
///
///     let firing = try FiringByGroup(trainer, parameters, trainer.split.train, by: "level", bins: 5)
///     print(firing.neurons[3], firing.groups[0].name, firing.groups[0].fires[3])
public struct FiringByGroup: Codable, Sendable, Equatable {
  /// Examples that have something in common.
  public struct Group: Codable, Sendable, Equatable {
    /// What they have in common, such as `level 0.2 to 0.4`, or the name of a class.
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

  /// The name that groups by class instead of by an input.
  public static let byClass = "class"

  /// Groups examples and measures each group.
  ///
  /// - Parameters:
  ///   - key: the name of an input, or ``byClass``.
  ///   - bins: into how many ranges of equal length the numbers of the input are parted, unless there
  ///     are no more different ones than that.
  /// - Returns: `nil` if there is no such input, or there are no classes.
  /// - Precondition: at least one example and one bin.
  public init?(
    _ trainer: Trainer, _ parameters: [Double], _ examples: [Example], by key: String, bins: Int
  ) {
    guard let parts = Self.parts(trainer, examples, key, bins) else { return nil }
    var names: [String] = []
    var groups: [Group] = []
    for (name, members) in parts where !members.isEmpty {
      var meter = FiringMeter(trainer.laneSet(parameters, over: members))
      names = meter.names
      groups.append(
        Group(name: name, examples: members.count, fires: meter.fires(with: parameters)))
    }
    neurons = names
    self.groups = groups
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
