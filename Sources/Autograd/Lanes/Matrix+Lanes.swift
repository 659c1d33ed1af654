extension LanePlan.Matrix {
  /// Computes the sums, two at a time: each from its first term to its last.
  @inline(__always)
  func forward(_ values: UnsafeMutablePointer<LaneVector>, _ packed: UnsafePointer<Double>) {
    inputs.withUnsafeBufferPointer { inputs in
      outs.withUnsafeBufferPointer { outs in
        let width = inputs.count + 2
        var row = 0
        while row + 1 < outs.count {
          let a = packed + (start + row * width)
          let b = a + width
          var sumA = LaneVector(repeating: a[0])
          var sumB = LaneVector(repeating: b[0])
          for column in 0..<inputs.count {
            let input = values[Int(inputs[column])]
            sumA += a[column + 2] * input
            sumB += b[column + 2] * input
          }
          values[Int(outs[row])] = sumA + a[1]
          values[Int(outs[row + 1])] = sumB + b[1]
          row += 2
        }
        guard row < outs.count else { return }
        let a = packed + (start + row * width)
        var sum = LaneVector(repeating: a[0])
        for column in 0..<inputs.count { sum += a[column + 2] * values[Int(inputs[column])] }
        values[Int(outs[row])] = sum + a[1]
      }
    }
  }

  /// Adds to the inputs' gradients, two at a time: from the last sum to the first.
  @inline(__always)
  func backward(_ gradients: UnsafeMutablePointer<LaneVector>, _ packed: UnsafePointer<Double>) {
    inputGradients.withUnsafeBufferPointer { targets in
      outs.withUnsafeBufferPointer { outs in
        let width = targets.count + 2
        let weights = packed + (start + 2)
        var column = 0
        while column < targets.count {
          let isPair =
            column + 1 < targets.count && targets[column] >= 0 && targets[column + 1] >= 0
            && targets[column] != targets[column + 1]
          guard isPair else {
            if targets[column] >= 0 {
              var sum = gradients[Int(targets[column])]
              for row in stride(from: outs.count - 1, through: 0, by: -1) {
                sum += weights[row * width + column] * gradients[Int(outs[row])]
              }
              gradients[Int(targets[column])] = sum
            }
            column += 1
            continue
          }
          var sumA = gradients[Int(targets[column])]
          var sumB = gradients[Int(targets[column + 1])]
          for row in stride(from: outs.count - 1, through: 0, by: -1) {
            let gradient = gradients[Int(outs[row])]
            sumA += weights[row * width + column] * gradient
            sumB += weights[row * width + column + 1] * gradient
          }
          gradients[Int(targets[column])] = sumA
          gradients[Int(targets[column + 1])] = sumB
          column += 2
        }
      }
    }
  }
}
