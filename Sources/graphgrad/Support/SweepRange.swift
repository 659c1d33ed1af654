import ArgumentParser

/// A name and the numbers it is moved through: `x=-1..2`.
struct SweepRange: ExpressibleByArgument {
  let name: String
  private let first: Double
  private let last: Double

  init?(argument: String) {
    let sides = argument.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
    guard sides.count == 2, !sides[0].isEmpty else { return nil }
    let ends = sides[1].split(separator: "..", omittingEmptySubsequences: false).map { Double($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.isFinite, last.isFinite,
      (last - first).isFinite
    else { return nil }
    name = sides[0]
    (self.first, self.last) = (first, last)
  }

  /// `count` numbers at equal distances, both ends among them.
  func numbers(_ count: Int) -> [Double] {
    (0..<count).map { place in
      place == count - 1 ? last : first + (last - first) * Double(place) / Double(count - 1)
    }
  }
}
