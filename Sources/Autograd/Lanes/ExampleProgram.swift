/// The program of one example: inputs, network, loss. The data set is run through it, lane by lane.
public struct ExampleProgram: Sendable {
  /// What is computed; the root is the example's loss.
  public let program: Program
  /// The positions of the inputs.
  public let inputs: [Int]
  /// The positions of the numbers that should come out; empty where the class is in the program.
  public let targets: [Int]
  /// The positions of the parameters, in the order of the model.
  public let parameters: [Int]
  /// The positions of the network's outputs.
  public let outputs: [Int]

  /// Takes the computation of `loss` off its tape, and all that was recorded beside it since the
  /// first of its inputs; what else the tape holds from before is another's.
  public init(
    loss: Value, inputs: [Value], targets: [Value] = [], parameters: [Value], outputs: [Value]
  ) {
    let given = (inputs + targets + parameters + outputs).map(\.position)
    let start = (inputs + targets).map(\.position).min() ?? loss.position
    let program = Program(
      loss, and: given.filter { $0 < start }.sorted() + (start..<loss.tape.count))
    func positions(_ values: [Value]) -> [Int] { values.compactMap { program.position(of: $0) } }
    self.program = program
    self.inputs = positions(inputs)
    self.targets = positions(targets)
    self.parameters = positions(parameters)
    self.outputs = positions(outputs)
  }
}

extension ExampleProgram: Codable {
  /// Reads a program.
  ///
  /// - Throws: `DecodingError` if its positions are none, or not those of such leaves.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    program = try container.decode(Program.self, forKey: .program)
    inputs = try container.decode([Int].self, forKey: .inputs)
    targets = try container.decode([Int].self, forKey: .targets)
    parameters = try container.decode([Int].self, forKey: .parameters)
    outputs = try container.decode([Int].self, forKey: .outputs)
    guard isLeaves(inputs + targets, .input), isLeaves(parameters, .parameter),
      outputs.allSatisfy(program.instructions.indices.contains)
    else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "inputs, targets, parameters or outputs are not in the program"))
    }
  }

  private func isLeaves(_ positions: [Int], _ op: Op) -> Bool {
    Set(positions).count == positions.count
      && positions.allSatisfy {
        program.instructions.indices.contains($0) && program.instructions[$0].op == op
      }
  }
}
