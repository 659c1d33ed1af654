/// Eight numbers, one of each lane.
public typealias LaneVector = SIMD8<Double>

/// The numbers of a plan for eight lanes.
struct Tile: Sendable {
  var values: [LaneVector]
  var gradients: [LaneVector]
  /// The plan's matrices: of each row what it starts from, what it ends with and its weights.
  private var packed: [Double]

  init(_ plan: LanePlan) {
    values = Array(repeating: LaneVector(), count: plan.slotCount)
    gradients = Array(repeating: LaneVector(), count: plan.gradientCount)
    packed = Array(repeating: 0, count: plan.packedCount)
  }

  /// Sets the parameters and constants.
  ///
  /// - Parameter leaves: the value at each position of the program; those of leaves are read.
  mutating func set(_ leaves: [Double], _ plan: LanePlan) {
    for position in plan.spread {
      values[Int(plan.slots[Int(position)])] = LaneVector(repeating: leaves[Int(position)])
    }
    for matrix in plan.matrices {
      let count = matrix.inputs.count
      for row in matrix.outs.indices {
        let start = matrix.start + row * (count + 2)
        // Adding −0 changes no number.
        packed[start] = matrix.firsts[row] < 0 ? -0.0 : leaves[Int(matrix.firsts[row])]
        packed[start + 1] = matrix.lasts[row] < 0 ? -0.0 : leaves[Int(matrix.lasts[row])]
        for column in 0..<count {
          packed[start + 2 + column] = leaves[Int(matrix.weights[row * count + column])]
        }
      }
    }
  }

  /// Computes all values from those that are given.
  mutating func forward(_ plan: LanePlan) {
    values.withUnsafeMutableBufferPointer { values in
      packed.withUnsafeBufferPointer { packed in
        for step in plan.steps {
          Self.forward(step, plan, values.baseAddress.unsafelyUnwrapped, packed.baseAddress)
        }
      }
    }
  }

  /// Computes the values of some steps.
  mutating func forward(_ plan: LanePlan, steps: [Int32]) {
    values.withUnsafeMutableBufferPointer { values in
      packed.withUnsafeBufferPointer { packed in
        for step in steps {
          Self.forward(
            plan.steps[Int(step)], plan, values.baseAddress.unsafelyUnwrapped, packed.baseAddress)
        }
      }
    }
  }

  @inline(__always)
  private static func forward(
    _ step: LanePlan.Step, _ plan: LanePlan, _ values: UnsafeMutablePointer<LaneVector>,
    _ packed: UnsafePointer<Double>?
  ) {
    if step.matrix >= 0, let packed {
      plan.matrices[Int(step.matrix)].forward(values, packed)
    } else {
      values[Int(step.out)] = step.op.evaluate(values[Int(step.x)], values[Int(step.y)])
    }
  }

  /// Computes all gradients of the root, whose own gradient is `seed`.
  mutating func backward(_ plan: LanePlan, seed: Double) {
    for slot in gradients.indices { gradients[slot] = LaneVector() }
    let root = plan.slots[plan.source.program.root]
    gradients[Int(root)] = LaneVector(repeating: seed)
    values.withUnsafeBufferPointer { values in
      gradients.withUnsafeMutableBufferPointer { gradients in
        packed.withUnsafeBufferPointer { packed in
          for index in stride(from: plan.backwardCount - 1, through: 0, by: -1) {
            Self.backward(
              plan.steps[index], plan, values.baseAddress.unsafelyUnwrapped,
              gradients.baseAddress.unsafelyUnwrapped, packed.baseAddress)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func backward(
    _ step: LanePlan.Step, _ plan: LanePlan, _ values: UnsafePointer<LaneVector>,
    _ gradients: UnsafeMutablePointer<LaneVector>, _ packed: UnsafePointer<Double>?
  ) {
    if step.matrix >= 0, let packed {
      plan.matrices[Int(step.matrix)].backward(gradients, packed)
      return
    }
    let (x, y) = step.op.pullback(
      gradients[Int(step.out)], values[Int(step.x)], values[Int(step.y)], values[Int(step.out)])
    if step.xGradient >= 0 { gradients[Int(step.xGradient)] += x }
    if step.yGradient >= 0 { gradients[Int(step.yGradient)] += y }
  }
}
