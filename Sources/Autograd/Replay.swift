/// A program with room for its numbers: values and gradients that are computed again and again
/// without allocating.
public struct Replay: Sendable {
  /// What is computed.
  public let program: Program
  /// The value of each node. Set the leaves, then call ``forward()``.
  public var data: [Double]
  /// The gradient of the root with respect to each node, after ``backward(seed:)``.
  public var gradients: [Double]

  /// Room for `program`, holding the values it was recorded with.
  public init(_ program: Program) {
    self.program = program
    data = program.data
    gradients = Array(repeating: 0, count: program.data.count)
  }

  /// Computes every node from the leaves, bit for bit as it was recorded.
  ///
  /// - Parameter clamped: a node that keeps the value it has in ``data``, whatever its operands
  ///   say: the way to ask what a value's effect is.
  public mutating func forward(clamping clamped: Int? = nil) {
    let clamped = clamped ?? -1
    program.instructions.withUnsafeBufferPointer { instructions in
      data.withUnsafeMutableBufferPointer { data in
        guard let start = data.baseAddress else { return }
        for node in 0..<instructions.count {
          let instruction = instructions[node]
          if instruction.op.arity == 0 || node == clamped { continue }
          data[node] = instruction.evaluate(start)
        }
      }
    }
  }

  /// Computes the gradient of the root with respect to every node.
  ///
  /// - Parameter seed: the gradient of the root itself: 1, or what comes from beyond the program.
  public mutating func backward(seed: Double = 1) {
    for node in gradients.indices { gradients[node] = 0 }
    accumulate(seed: seed)
  }

  /// Like ``backward(seed:)``, but adds to the gradients that the leaves in `carried` have.
  ///
  /// A sum over examples is differentiated this way, example by example in reverse, with the same
  /// additions in the same order as if the sum had been recorded as one graph.
  public mutating func backward(seed: Double, carrying carried: [Int], _ totals: inout [Double]) {
    for node in gradients.indices { gradients[node] = 0 }
    for (slot, node) in carried.enumerated() { gradients[node] = totals[slot] }
    accumulate(seed: seed)
    for (slot, node) in carried.enumerated() { totals[slot] = gradients[node] }
  }

  private mutating func accumulate(seed: Double) {
    gradients[program.root] = seed
    program.instructions.withUnsafeBufferPointer { instructions in
      data.withUnsafeBufferPointer { data in
        gradients.withUnsafeMutableBufferPointer { gradients in
          for node in stride(from: program.root, through: 0, by: -1) {
            instructions[node].pullBack(
              gradients[node], node, data: data.baseAddress.unsafelyUnwrapped,
              into: gradients.baseAddress.unsafelyUnwrapped)
          }
        }
      }
    }
  }
}
