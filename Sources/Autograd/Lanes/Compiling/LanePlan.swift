/// An example's program, compiled to run over eight examples at once.
///
/// A value that differs between the examples has a slot of eight numbers; products and partial sums
/// of rows have none. Parameters and constants are read where they are, or spread over a slot of
/// their own where an operation takes them for an operand.
final class LanePlan: Sendable {
  /// An operation between slots, or a matrix.
  struct Step: Sendable {
    let op: Op
    let out: Int32
    /// The slots of the operands; of an operation that takes any number of them the first of their
    /// slots, which stand in a row, and how many they are.
    let x: Int32
    let y: Int32
    /// Where the operands' gradients are added; -1 where nobody asks for them.
    let xGradient: Int32
    let yGradient: Int32
    /// Which matrix; -1 for an operation.
    let matrix: Int32
  }

  /// Rows that multiply the same inputs. Its lists are parts of ``indices``, one after the other.
  struct Matrix: Sendable {
    let rowCount: Int
    let inputCount: Int
    /// Where the lists begin: the slots of the inputs, where their gradients are added (-1 where
    /// nobody asks for them), the slots of the sums, the positions of what each row starts from and
    /// ends with (-1 for nothing), the positions of the weights row by row.
    let start: Int
    /// Where its numbers begin in the packed weights of a tile.
    let packedStart: Int

    var inputs: Int { start }
    var inputGradients: Int { start + inputCount }
    var sums: Int { start + 2 * inputCount }
    var firsts: Int { sums + rowCount }
    var lasts: Int { firsts + rowCount }
    var weights: Int { lasts + rowCount }
  }

  let source: ExampleProgram
  let steps: [Step]
  /// How many of the steps lead to the root; the others have no gradients.
  let backwardCount: Int
  let matrices: [Matrix]
  /// The lists of the matrices.
  let indices: [Int32]
  /// The slot of each position, or -1.
  let slots: [Int32]
  /// The slots that lanes fill: inputs, then targets.
  let given: [Int32]
  /// The positions that are the same in all lanes and have a slot.
  let spread: [Int32]
  let slotCount: Int
  /// The slots of gradients: those of the values, then the contributions to parameters.
  let gradientCount: Int
  /// How many numbers the matrices take.
  let packedCount: Int
  /// Of each parameter what is added to its gradient, in order.
  let contributions: [[ParameterContribution]]

  /// - Parameter kept: the positions of values that somebody wants to read, beside the outputs and
  ///   the loss.
  init(_ source: ExampleProgram, keeping kept: [Int]) {
    let usage = Usage(source, keeping: kept)
    let units = LaneUnit.units(source.program, usage)
    var builder = LanePlanBuilder(source, usage, units)
    for unit in units { builder.add(unit) }
    self.source = source
    steps = builder.steps
    backwardCount = units.count { $0.position <= source.program.root }
    matrices = builder.matrices
    indices = builder.indices
    slots = builder.slots
    given = (source.inputs + source.targets).map { [slots = builder.slots] in slots[$0] }
    spread = builder.spread
    slotCount = builder.slotCount
    packedCount = builder.packedCount
    contributions = builder.parameterContributions()
    gradientCount = builder.gradientCount
  }
}

/// What an operation adds to a parameter's gradient.
struct ParameterContribution: Sendable {
  /// The slot of the value that the gradient is multiplied by; `nil` where it is added as it is.
  let value: Int32?
  /// The slot of the gradient.
  let gradient: Int32
}

extension LanePlan {
  /// A part of ``indices``.
  func list(_ start: Int, _ count: Int) -> ArraySlice<Int32> { indices[start..<start + count] }
}
