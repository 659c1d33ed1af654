internal import Autograd

extension RunDescription {
  /// Where the programs are not those of one network, in words; `nil` if they are.
  ///
  /// - Precondition: at least one program, and the same number of parameters in each.
  var disagreement: String? {
    let first = programs[0]
    for source in programs + [penalty].compactMap(\.self) {
      if source.program.leaves(.parameter).count != source.parameters.count {
        return "a program with parameters that are none of the model"
      }
      if !Self.haveSameParameterNames(first, source) { return "programs of other parameters" }
    }
    if programs.contains(where: { Self.isArgument(in: $0) }) {
      return "an output or a loss that is but an argument of an operation"
    }
    if programs.contains(where: { !Self.dependsOnOutputs($0) }) {
      return "an output that the loss does not depend on"
    }
    return task.readsText ? differentNeurons(by: nil) : differentValues
  }

  private var differentValues: String? {
    var numbering = ValueNumbering()
    let numbers = programs.map { numbering.numbers(of: $0) }
    let outputs = zip(programs, numbers).map { program, numbers in
      program.outputs.map { numbers[$0] }
    }
    if outputs.contains(where: { $0 != outputs[0] }) { return "programs of other outputs" }
    return differentNeurons(by: numbers)
  }

  private func differentNeurons(by numbers: [[Int]]?) -> String? {
    let first = NeuronLikeness.all(of: programs[0], numbers?[0])
    let areAlike = programs.indices.dropFirst().allSatisfy {
      NeuronLikeness.all(of: programs[$0], numbers?[$0]) == first
    }
    return areAlike ? nil : "programs of other neurons"
  }

  private static func isArgument(in source: ExampleProgram) -> Bool {
    (source.outputs + [source.program.root]).contains {
      source.program.instructions[$0].op == .argument
    }
  }

  private static func haveSameParameterNames(_ a: ExampleProgram, _ b: ExampleProgram) -> Bool {
    zip(a.parameters, b.parameters).allSatisfy { own, other in
      a.program.names[own] == b.program.names[other]
        && a.program.scopes[own] == b.program.scopes[other]
    }
  }

  /// Whether the loss is computed from all outputs.
  private static func dependsOnOutputs(_ source: ExampleProgram) -> Bool {
    let program = source.program
    var isUsed = [Bool](repeating: false, count: program.instructions.count)
    isUsed[program.root] = true
    for node in program.instructions.indices.reversed() where isUsed[node] {
      for operand in program.instructions[node].operands { isUsed[operand] = true }
    }
    return source.outputs.allSatisfy { isUsed[$0] }
  }
}
