/// Sums the gradients of parameters over examples lane by lane, and the lanes at the end: the sums
/// of ``Arithmetic/fast``.
struct LaneSums: Sendable {
  private struct Term {
    let parameter: Int
    /// The slot of the value that the gradient is multiplied by; -1 where it is added as it is.
    let value: Int
    let gradient: Int
  }

  /// Of each program what its examples add.
  private let terms: [[Term]]
  private var sums: [LaneVector]

  init(_ plans: [LanePlan]) {
    terms = plans.map { plan in
      plan.contributions.enumerated().flatMap { parameter, list in
        list.map {
          Term(
            parameter: parameter, value: $0.value.map { Int($0) } ?? -1, gradient: Int($0.gradient))
        }
      }
    }
    sums = Array(repeating: LaneVector(), count: plans[0].contributions.count)
  }

  mutating func clear() {
    for index in sums.indices { sums[index] = LaneVector() }
  }

  /// Whether no sum is `nan`, as where an infinite value met a gradient of 0.
  var areNumbers: Bool { sums.allSatisfy { all($0 .== $0) } }

  /// Adds the lanes of a tile that count.
  ///
  /// - Parameter isGuarded: whether a gradient of 0 adds 0 whatever it is multiplied by.
  mutating func add(_ tile: Tile, program: Int, count: Int, isGuarded: Bool = false) {
    let isSpare = LaneVector.places .>= Double(count)
    tile.withNumbers { values, gradients in
      sums.withUnsafeMutableBufferPointer { sums in
        for term in terms[program] {
          var vector = gradients[term.gradient]
          if term.value >= 0 {
            let value = values[term.value]
            vector = isGuarded ? vector.passed(times: value) : value * vector
          }
          if count < LaneVector.scalarCount { vector.replace(with: 0, where: isSpare) }
          sums[term.parameter] += vector
        }
      }
    }
  }

  /// Adds the sums to the gradients of parameters.
  func add(to totals: inout [Double]) {
    for (parameter, vector) in sums.enumerated() { totals[parameter] += vector.sum() }
  }
}

extension LaneVector {
  /// 0 to 7.
  fileprivate static let places = LaneVector(0, 1, 2, 3, 4, 5, 6, 7)
}
