internal import Refusal

/// A recorded computation without its tape: what to compute in which order, to be replayed with
/// other numbers.
///
/// The nodes stand in depth-first post-order from the root (operands left to right, then the node),
/// so that forward is one loop and backward the same loop reversed, summing gradients in
/// micrograd's order. Nodes that do not reach the root, if wanted, come after it.
public struct Program: Sendable {
  /// The nodes in order; operands are positions in this array and always come earlier.
  public let instructions: [Instruction]
  /// The values recorded; a replay starts from them.
  public let data: [Double]
  /// The position of the value that gradients are taken of.
  public let root: Int
  /// The name of each node, where it has one.
  public let names: [String?]
  /// The scope of each node, outermost first.
  public let scopes: [[String]]
  /// Where each value of the tape went, or -1 if it was left out.
  private let places: [Int32]
  /// The tape it was taken from and how often that had been cut; `nil` for one from a file.
  private let origin: Tape.Position?

  /// Takes the computation of `root` off its tape.
  ///
  /// - Parameter includingUnused: also the values that `root` does not depend on; they are replayed
  ///   and have gradient 0.
  /// - Precondition: no leaf of it was set after it had been used.
  public init(_ root: Value, includingUnused: Bool = false) {
    self.init(root, and: 0..<(includingUnused ? root.tape.count : 0))
  }

  /// Takes the computation of `root` off its tape, and behind it that of other positions.
  init(_ root: Value, and others: some Sequence<Int>) {
    let tape = root.tape
    let position = root.position
    origin = tape.position
    var order = DepthFirstOrder(count: tape.count)
    order.visit(position, tape.storage.pointee.instructions)
    self.root = order.positions.count - 1
    for node in others { order.visit(node, tape.storage.pointee.instructions) }
    tape.storage.pointee.refuseOutdated(
      self.root + 1 == order.positions.count ? position : tape.count - 1, order.positions)
    let positions = order.positions.map(Int.init)
    var places = [Int32](repeating: -1, count: tape.count)
    for (place, node) in positions.enumerated() { places[node] = Int32(place) }
    instructions = positions.map { node in
      let old = tape.storage.pointee.instructions[node]
      return old.op.arity == 0
        ? old
        : Instruction(
          old.op, Int(places[old.x]), old.op.takesArguments ? old.y : Int(max(places[old.y], 0)))
    }
    data = positions.map { tape.storage.pointee.data[$0] }
    let annotations = tape.annotations
    names = positions.map { annotations.name(of: $0) }
    scopes = positions.map { annotations.scope(of: $0) }
    self.places = places
  }

  /// A program whose parts come from a file.
  init(
    instructions: [Instruction], data: [Double], root: Int, names: [String?], scopes: [[String]],
    places: [Int32]
  ) {
    self.instructions = instructions
    self.data = data
    self.root = root
    self.names = names
    self.scopes = scopes
    self.places = places
    origin = nil
  }

  /// The position in this program of a value on the tape it was taken from; `nil` if left out.
  ///
  /// - Precondition: the value was recorded on that tape, and the tape not reset before that.
  public func position(of value: Value) -> Int? {
    let position = value.position
    if let origin, !value.wasRecorded(on: origin) {
      refuse(
        """
        \(value.storage.pointee.label(of: position)) is on another tape than this program was taken \
        from, or was recorded after that had been reset
        """)
    }
    guard places.indices.contains(position), places[position] >= 0 else { return nil }
    return Int(places[position])
  }

  /// The positions of the nodes of one kind of leaf, in the order in which they were recorded.
  public func leaves(_ op: Op) -> [Int] {
    recordedOrder.filter { instructions[$0].op == op }
  }

  /// The positions of all nodes in the order in which they were recorded.
  public var recordedOrder: [Int] { places.filter { $0 >= 0 }.map(Int.init) }

  /// The same without ``Op/argument``s: the values that drawings and tables show, whose ids are
  /// their places in this list.
  public var shownOrder: [Int] { recordedOrder.filter { instructions[$0].op != .argument } }

  /// The positions of the values that a node is computed from, in order.
  public func operands(of node: Int) -> [Int] {
    let instruction = instructions[node]
    return instruction.op.takesArguments
      ? instruction.operands.map { instructions[$0].x } : Array(instruction.operands)
  }
}
