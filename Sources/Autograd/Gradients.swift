/// The derivatives of one value with respect to every value it was computed from.
///
/// A result of its own, made anew by every ``Value/backward()``: there is nothing to set to zero
/// and nothing that could be counted twice.
public struct Gradients {
  private let root: Value
  private let storage: [Double]

  init(of root: Value) {
    let tape = root.storage.pointee
    let count = root.position + 1
    var order = DepthFirstOrder(count: count)
    order.visit(root.position, tape.instructions)
    var gradients = [Double](repeating: 0, count: count)
    gradients[root.position] = 1
    gradients.withUnsafeMutableBufferPointer { buffer in
      guard let gradients = buffer.baseAddress else { return }
      for position in order.positions.reversed() {
        let node = Int(position)
        tape.instructions[node].pullBack(
          gradients[node], node, data: tape.data, into: gradients)
      }
    }
    self.root = root
    storage = gradients
  }

  /// ∂root/∂value; 0 for a value that the root does not depend on, and for a constant.
  ///
  /// - Precondition: the value is on the tape of the root.
  public subscript(value: Value) -> Double {
    precondition(value.storage == root.storage, "the value was recorded on another tape")
    let position = value.position
    return position < storage.count && value.op != .constant ? storage[position] : 0
  }
}

extension Instruction {
  /// Adds to the operands' gradients what the node at position `node` passes to them.
  @inline(__always)
  func pullBack(
    _ gradient: Double, _ node: Int, data: UnsafePointer<Double>,
    into gradients: UnsafeMutablePointer<Double>
  ) {
    let arity = op.arity
    if arity == 0 { return }
    let parts = op.pullback(gradient, data[x], data[y], data[node])
    gradients[x] += parts.x
    if arity == 2 { gradients[y] += parts.y }
  }
}

extension Value {
  /// The gradients of this value, by one reverse pass over the values it depends on.
  public func backward() -> Gradients { Gradients(of: self) }
}
