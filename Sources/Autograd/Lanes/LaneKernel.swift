/// The arithmetic of a tile, on bare memory.
struct LaneKernel {
  let values: UnsafeMutablePointer<LaneVector>
  let gradients: UnsafeMutablePointer<LaneVector>
  let packed: UnsafeBufferPointer<Double>
  let indices: UnsafeBufferPointer<Int32>
  let matrices: UnsafeBufferPointer<LanePlan.Matrix>
  /// The slot of each position, or -1.
  let slots: UnsafeBufferPointer<Int32>
  let isFast: Bool

  @inline(__always)
  func forward(_ step: LanePlan.Step) {
    if step.matrix >= 0 {
      forward(matrices[Int(step.matrix)])
    } else if step.op.takesArguments {
      forward(arguments: step)
    } else {
      let (x, y) = (values[Int(step.x)], values[Int(step.y)])
      values[Int(step.out)] = isFast ? step.op.fastEvaluate(x, y) : step.op.evaluate(x, y)
    }
  }

  @inline(__always)
  func backward(_ step: LanePlan.Step) {
    if step.matrix >= 0 {
      let index = Int(step.matrix)
      // Behind the weights, of each matrix whether they are finite.
      if packed[packed.count - matrices.count + index] == 0 {
        backward(matrices[index])
      } else {
        backwardGuarded(matrices[index])
      }
      return
    }
    if step.op.takesArguments {
      backward(arguments: step)
      return
    }
    let gradient = gradients[Int(step.out)]
    let (x, y, out) = (values[Int(step.x)], values[Int(step.y)], values[Int(step.out)])
    let (xPart, yPart) =
      isFast
      ? step.op.fastPullback(gradient, x, y, out, needsY: step.yGradient >= 0)
      : step.op.pullback(gradient, x, y, out)
    if step.xGradient >= 0 { gradients[Int(step.xGradient)] += xPart }
    if step.yGradient >= 0 { gradients[Int(step.yGradient)] += yPart }
  }

  /// Replaces values by a number, and tells whether one of them was another.
  @discardableResult
  func replace(
    _ replacement: LaneReplacement, by number: Double, _ originals: [LaneVector]
  ) -> Bool {
    var isChange = false
    for slot in replacement.slots {
      let value = originals[Int(slot)]
      let isOther = value .!= number
      values[Int(slot)] = value.replacing(with: number, where: isOther)
      isChange = isChange || any(isOther)
    }
    return isChange
  }

  @inline(never)
  private func forward(arguments step: LanePlan.Step) {
    for lane in 0..<LaneVector.scalarCount {
      values[Int(step.out)][lane] = logSumExp(step, lane).value
    }
  }

  @inline(never)
  private func backward(arguments step: LanePlan.Step) {
    let targets = UnsafeMutableRawPointer(gradients + Int(step.x))
      .assumingMemoryBound(to: Double.self)
    for lane in 0..<LaneVector.scalarCount {
      let gradient = gradients[Int(step.out)][lane]
      if gradient != 0 { logSumExp(step, lane).pullBack(gradient, into: targets + lane) }
    }
  }

  /// One lane's operands, which stand as far apart as vectors do.
  private func logSumExp(_ step: LanePlan.Step, _ lane: Int) -> LogSumExp {
    let operands = UnsafeRawPointer(values + Int(step.x)).assumingMemoryBound(to: Double.self)
    return LogSumExp(operands + lane, count: Int(step.y), stride: LaneVector.scalarCount)
  }

  private func slot(_ place: Int) -> Int { Int(indices[place]) }

  /// Computes the sums, two at a time: each from its first term to its last.
  private func forward(_ matrix: LanePlan.Matrix) {
    guard let packed = packed.baseAddress else { return }
    let width = matrix.inputCount + 2
    var row = 0
    while row + 1 < matrix.rowCount {
      let a = packed + (matrix.packedStart + row * width)
      let b = a + width
      var sumA = LaneVector(repeating: a[0])
      var sumB = LaneVector(repeating: b[0])
      for column in 0..<matrix.inputCount {
        let input = values[slot(matrix.inputs + column)]
        sumA += a[column + 2] * input
        sumB += b[column + 2] * input
      }
      values[slot(matrix.sums + row)] = sumA + a[1]
      values[slot(matrix.sums + row + 1)] = sumB + b[1]
      row += 2
    }
    guard row < matrix.rowCount else { return }
    let a = packed + (matrix.packedStart + row * width)
    var sum = LaneVector(repeating: a[0])
    for column in 0..<matrix.inputCount {
      sum += a[column + 2] * values[slot(matrix.inputs + column)]
    }
    values[slot(matrix.sums + row)] = sum + a[1]
  }

  /// Adds to the inputs' gradients, two at a time: from the last sum to the first.
  @inline(__always)
  private func backward(_ matrix: LanePlan.Matrix) {
    guard let packed = packed.baseAddress else { return }
    let width = matrix.inputCount + 2
    let weights = packed + (matrix.packedStart + 2)
    var column = 0
    while column < matrix.inputCount {
      let a = slot(matrix.inputGradients + column)
      let b = column + 1 < matrix.inputCount ? slot(matrix.inputGradients + column + 1) : -1
      if a >= 0, b >= 0, a != b {
        var sumA = gradients[a]
        var sumB = gradients[b]
        for row in stride(from: matrix.rowCount - 1, through: 0, by: -1) {
          let gradient = gradients[slot(matrix.sums + row)]
          sumA += weights[row * width + column] * gradient
          sumB += weights[row * width + column + 1] * gradient
        }
        gradients[a] = sumA
        gradients[b] = sumB
        column += 2
        continue
      }
      if a >= 0 {
        var sum = gradients[a]
        for row in stride(from: matrix.rowCount - 1, through: 0, by: -1) {
          sum += weights[row * width + column] * gradients[slot(matrix.sums + row)]
        }
        gradients[a] = sum
      }
      column += 1
    }
  }

  /// The same where a weight is infinite or none: a sum's gradient of 0 passes back 0.
  @inline(never)
  private func backwardGuarded(_ matrix: LanePlan.Matrix) {
    let width = matrix.inputCount + 2
    for column in 0..<matrix.inputCount {
      let input = slot(matrix.inputGradients + column)
      if input < 0 { continue }
      for row in stride(from: matrix.rowCount - 1, through: 0, by: -1) {
        let weight = packed[matrix.packedStart + 2 + row * width + column]
        gradients[input] += gradients[slot(matrix.sums + row)].passed(times: weight)
      }
    }
  }
}

extension LaneVector {
  /// The product with a number as a gradient passes it back: 0 where the gradient is 0.
  @inline(__always)
  func passed(times number: LaneVector) -> LaneVector {
    (number * self).replacing(with: 0, where: self .== 0)
  }

  /// The product with a number as a gradient passes it back: 0 where the gradient is 0.
  @inline(__always)
  func passed(times number: Double) -> LaneVector { passed(times: LaneVector(repeating: number)) }
}
