/// Eight numbers, one of each lane.
public typealias LaneVector = SIMD8<Double>

/// The numbers of a plan for eight lanes.
struct Tile: Sendable {
  var values: [LaneVector]
  var gradients: [LaneVector]
  /// The plan's matrices: of each row what it starts from, what it ends with and its weights; at the
  /// end of each matrix whether all its weights are finite, as 0, or not. (One array, since a second
  /// one would be retained for every tile.)
  private var packed: [Double]
  private let isFast: Bool

  init(_ plan: LanePlan, _ arithmetic: Arithmetic) {
    isFast = arithmetic == .fast
    values = Array(repeating: LaneVector(), count: plan.slotCount)
    gradients = Array(repeating: LaneVector(), count: plan.gradientCount)
    packed = Array(repeating: 0, count: plan.packedCount + plan.matrices.count)
  }

  /// Sets the parameters and constants.
  ///
  /// - Parameter leaves: the value at each position of the program; those of leaves are read.
  mutating func set(_ leaves: [Double], _ plan: LanePlan) {
    for position in plan.spread {
      values[Int(plan.slots[Int(position)])] = LaneVector(repeating: leaves[Int(position)])
    }
    for (index, matrix) in plan.matrices.enumerated() {
      let count = matrix.inputCount
      var isFinite = true
      for row in 0..<matrix.rowCount {
        let start = matrix.packedStart + row * (count + 2)
        let first = Int(plan.indices[matrix.firsts + row])
        let last = Int(plan.indices[matrix.lasts + row])
        // Adding −0 changes no number.
        packed[start] = first < 0 ? -0.0 : leaves[first]
        packed[start + 1] = last < 0 ? -0.0 : leaves[last]
        for column in 0..<count {
          let weight = leaves[Int(plan.indices[matrix.weights + row * count + column])]
          packed[start + 2 + column] = weight
          isFinite = isFinite && weight.isFinite
        }
      }
      packed[plan.packedCount + index] = isFinite ? 0 : 1
    }
  }

  /// Computes all values from those that are given.
  mutating func forward(_ plan: LanePlan) {
    withKernel(plan) { kernel, _ in
      for step in plan.steps { kernel.forward(step) }
    }
  }

  /// Computes all gradients of the root, whose own gradient is `seed`.
  mutating func backward(_ plan: LanePlan, seed: Double) {
    withKernel(plan) { kernel, gradients in
      gradients.update(repeating: LaneVector())
      gradients[Int(plan.slots[plan.source.program.root])] = LaneVector(repeating: seed)
      for index in stride(from: plan.backwardCount - 1, through: 0, by: -1) {
        kernel.backward(plan.steps[index])
      }
    }
  }

  /// Lends the numbers with the lanes they are of.
  mutating func lend(
    _ plan: LanePlan, _ source: LaneTable.Tile, _ body: (borrowing LaneTile) -> Void
  ) {
    withKernel(plan) { kernel, _ in
      source.lanes.withUnsafeBufferPointer { lanes in
        body(LaneTile(kernel, source, lanes: lanes, root: plan.source.program.root))
      }
    }
  }

  /// Makes one replacement after the other, computes again what depends on it, and puts everything
  /// back.
  mutating func sweep(
    _ plan: LanePlan, _ source: LaneTable.Tile, _ replacements: [LaneReplacement],
    by numbers: [Double], _ begin: (borrowing LaneTile) -> Void,
    _ visit: (Int, borrowing LaneTile) -> Void
  ) {
    let originals = values
    withKernel(plan) { kernel, _ in
      source.lanes.withUnsafeBufferPointer { lanes in
        let tile = LaneTile(kernel, source, lanes: lanes, root: plan.source.program.root)
        begin(tile)
        for (index, replacement) in replacements.enumerated() {
          guard kernel.replace(replacement, by: numbers[index], originals) else { continue }
          for step in replacement.steps {
            kernel.forward(plan.steps[Int(step)])
            if !replacement.overwriting.isEmpty, replacement.overwriting.contains(step) {
              kernel.replace(replacement, by: numbers[index], originals)
            }
          }
          visit(index, tile)
          for slot in replacement.slots { kernel.values[Int(slot)] = originals[Int(slot)] }
          for slot in replacement.results { kernel.values[Int(slot)] = originals[Int(slot)] }
        }
      }
    }
  }

  /// Lends values and gradients.
  @inline(__always)
  func withNumbers(
    _ body: (UnsafeBufferPointer<LaneVector>, UnsafeBufferPointer<LaneVector>) -> Void
  ) {
    values.withUnsafeBufferPointer { values in
      gradients.withUnsafeBufferPointer { body(values, $0) }
    }
  }

  @inline(__always)
  private mutating func withKernel(
    _ plan: LanePlan, _ body: (LaneKernel, UnsafeMutableBufferPointer<LaneVector>) -> Void
  ) {
    values.withUnsafeMutableBufferPointer { values in
      gradients.withUnsafeMutableBufferPointer { gradients in
        packed.withUnsafeBufferPointer { packed in
          plan.indices.withUnsafeBufferPointer { indices in
            plan.matrices.withUnsafeBufferPointer { matrices in
              plan.slots.withUnsafeBufferPointer { slots in
                // An empty list has no address, and nothing reads it.
                guard let values = values.baseAddress, let first = gradients.baseAddress else {
                  return
                }
                body(
                  LaneKernel(
                    values: values, gradients: first, packed: packed, indices: indices,
                    matrices: matrices, slots: slots, isFast: isFast), gradients)
              }
            }
          }
        }
      }
    }
  }
}
