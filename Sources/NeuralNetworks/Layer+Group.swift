extension Layer {
  /// Neurons of a layer that read a part of its inputs, such as six that read 24 of 36.
  public struct Group: Codable, Sendable, Equatable {
    /// How many inputs they read, from where those of the group before end.
    public var inputs: Int
    /// How many neurons there are.
    public var neurons: Int

    /// A group.
    public init(inputs: Int, neurons: Int) {
      self.inputs = inputs
      self.neurons = neurons
    }

    /// Of each neuron which inputs it reads, and how many neurons read the same.
    static func reads(of groups: [Group]) -> [(inputs: Range<Int>, neighbours: Int)] {
      var start = 0
      return groups.flatMap { group in
        defer { start += group.inputs }
        return Array(
          repeating: (start..<start + group.inputs, group.neurons), count: group.neurons)
      }
    }
  }
}
