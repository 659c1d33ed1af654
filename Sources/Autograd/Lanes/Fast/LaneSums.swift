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
  /// Of each program the slots of the values that gradients are multiplied by.
  private let factors: [[Int]]
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
    factors = terms.map { Set($0.map(\.value)).filter { $0 >= 0 }.sorted() }
    sums = Array(repeating: LaneVector(), count: plans[0].contributions.count)
  }

  mutating func clear() {
    for index in sums.indices { sums[index] = LaneVector() }
  }

  /// Adds the lanes of a tile that count.
  mutating func add(_ tile: Tile, program: Int, count: Int) {
    let isSpare = LaneVector.places .>= Double(count)
    tile.withNumbers { values, gradients in
      sums.withUnsafeMutableBufferPointer { sums in
        // An infinite value is rare; then a gradient of 0 needs a look.
        let isFinite = factors[program].allSatisfy { values[$0].isFinite }
        for term in terms[program] {
          var vector = gradients[term.gradient]
          if term.value >= 0 {
            let value = values[term.value]
            vector = isFinite ? value * vector : vector.passed(times: value)
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
