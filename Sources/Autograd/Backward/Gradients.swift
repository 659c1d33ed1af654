internal import Refusal

/// The derivatives of one value with respect to every value it was computed from.
///
/// A result of its own, made anew by every ``Value/backward()``: there is nothing to set to zero
/// and nothing that could be counted twice.
public struct Gradients {
  private let root: Value
  private let storage: [Double]
  private let plan: BackwardPlan?
  /// That of the tape when they were taken.
  private let generation: UInt32

  init(of root: Value) {
    let tape = root.tape
    let position = root.position
    generation = root.storage.pointee.cuts.generation
    let (instructions, data) = (root.storage.pointee.instructions, root.storage.pointee.data)
    var plan: BackwardPlan?
    var order: [Int32] = []
    if let trace = tape.trace, trace.matches(position, instructions) {
      root.storage.pointee.refuseOutdated(position, trace.order)
      plan = trace.compiled()
    } else {
      var search = DepthFirstOrder(count: position + 1)
      search.visit(position, instructions)
      order = search.positions
      root.storage.pointee.refuseOutdated(position, order)
      tape.trace = position < Trace.limit ? Trace(position, instructions, order) : nil
    }
    storage = Array(unsafeUninitializedCapacity: position + 1) { buffer, count in
      buffer.initialize(repeating: 0)
      count = position + 1
      guard let gradients = buffer.baseAddress else { return }
      gradients[position] = 1
      if let plan {
        plan.run(instructions, data, gradients)
        return
      }
      for node in order.reversed() {
        let node = Int(node)
        instructions[node].pullBack(gradients[node], node, data: data, into: gradients)
      }
    }
    self.root = root
    self.plan = plan
  }

  /// ∂root/∂value; 0 for a value that the root does not depend on, and for a constant.
  ///
  /// - Precondition: the value is on the tape of the root, which was not reset in between.
  public subscript(value: Value) -> Double {
    if value.storage != root.storage || !value.wasRecorded(by: generation) { refuse(value) }
    let position = value.position
    guard position < storage.count else { return 0 }
    if root.storage.pointee.instructions[position].op == .constant { return 0 }
    guard let owner = plan?.owner(of: position), owner != position else { return storage[position] }
    // A part of a sum has received what the sum has: 0 plus its gradient.
    return 0 + storage[owner]
  }

  /// The gradients of several values, in their order.
  public subscript(values: some Sequence<Value>) -> [Double] { values.map { self[$0] } }

  @inline(never)
  private func refuse(_ value: Value) -> Never {
    Refusal.refuse(
      value.storage != root.storage
        ? "the value was recorded on another tape"
        : """
        the value was recorded after the tape was reset; these gradients are of what stood there before
        """)
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
    // Nothing comes through, whatever the slope; gradients never hold −0, which adding 0 would change.
    if arity == 0 || gradient == 0 { return }
    if arity == Op.anyNumber {
      LogSumExp(data + x, count: y).pullBack(gradient, into: gradients + x)
      return
    }
    let parts = op.pullback(gradient, data[x], data[y], data[node])
    gradients[x] += parts.x
    if arity == 2 { gradients[y] += parts.y }
  }
}

extension Value {
  /// The gradients of this value, by one reverse pass over the values it depends on.
  public func backward() -> Gradients { Gradients(of: self) }
}
