/// How far groups explain numbers (Pearson 1905, η²): the share of the variance that lies between the
/// means of the groups; 1 where all numbers of a group are the same, 0 where all means are.
enum CorrelationRatio {
  /// - Returns: `nil` where the numbers do not differ.
  static func of(_ numbers: [Double], by groups: [String]) -> Double? {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let all = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard all > 0 else { return nil }
    let members = Dictionary(grouping: zip(groups, numbers), by: \.0)
    // In a fixed order, lest the last bits change from run to run.
    let between = members.keys.sorted().reduce(0.0) { sum, key in
      let own = (members[key] ?? []).map(\.1)
      let distance = own.reduce(0, +) / Double(own.count) - mean
      return sum + Double(own.count) * distance * distance
    }
    return between / all
  }
}
