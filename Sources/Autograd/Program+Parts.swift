/// A program as it is written to a file.
struct ProgramParts: Codable {
  /// The name of each node's operation.
  var operations: [String]
  /// The positions of each node's operands.
  var operands: [[Int]]
  /// The value of each node as it was recorded; that of a leaf matters.
  var data: [Double]
  /// The position of the value that gradients are taken of.
  var root: Int
  /// The name of each node, where it has one.
  var names: [String?]
  /// The scope of each node, by its place in ``scopeNames``.
  var scopes: [Int]
  /// The scopes, outermost first.
  var scopeNames: [[String]]
  /// The positions of all nodes in the order in which they were recorded.
  var recordedOrder: [Int]
}

extension Program: Codable {
  /// Reads a program.
  ///
  /// - Throws: `DecodingError` if the parts do not fit.
  public init(from decoder: any Decoder) throws {
    guard let program = Program(try ProgramParts(from: decoder)) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "these are no parts of a program"))
    }
    self = program
  }

  /// Writes the program as plain parts.
  public func encode(to encoder: any Encoder) throws { try parts.encode(to: encoder) }

  private var parts: ProgramParts {
    var scopeNames: [[String]] = []
    var known: [[String]: Int] = [:]
    let scopes = scopes.map { scope in
      if let place = known[scope] { return place }
      known[scope] = scopeNames.count
      scopeNames.append(scope)
      return scopeNames.count - 1
    }
    return ProgramParts(
      operations: instructions.map(\.op.name), operands: instructions.map { Array($0.operands) },
      data: data,
      root: root, names: names, scopes: scopes, scopeNames: scopeNames,
      recordedOrder: recordedOrder)
  }

  /// `nil` if the parts do not fit.
  private init?(_ parts: ProgramParts) {
    let count = parts.operations.count
    let ops = parts.operations.compactMap { Self.opsByName[$0] }
    guard count > 0, count <= Instruction.limit, ops.count == count,
      [parts.operands.count, parts.data.count, parts.names.count, parts.scopes.count]
        .allSatisfy({ $0 == count }),
      parts.operands.indices.allSatisfy({ node in
        Self.fits(parts.operands[node], ops, node)
      }),
      parts.operations.indices.contains(parts.root),
      parts.scopes.allSatisfy(parts.scopeNames.indices.contains),
      let places = Self.places(parts)
    else { return nil }
    self.init(
      instructions: zip(ops, parts.operands).map {
        Instruction($0, $1.first ?? 0, $0.takesArguments ? $1.count : $1.count == 2 ? $1[1] : 0)
      },
      data: parts.data, root: parts.root, names: parts.names,
      scopes: parts.scopes.map { parts.scopeNames[$0] }, places: places)
  }

  /// Whether an operation can have these operands: earlier nodes, as many as it takes; for one that
  /// takes any number the arguments directly before it, which nothing else reads.
  private static func fits(_ operands: [Int], _ ops: [Op], _ node: Int) -> Bool {
    if ops[node].takesArguments {
      return !operands.isEmpty && operands.elementsEqual(node - operands.count..<node)
        && operands.allSatisfy { $0 >= 0 && ops[$0] == .argument }
    }
    return operands.count == ops[node].arity
      && operands.allSatisfy { (0..<node).contains($0) && ops[$0] != .argument }
      && (ops[node] != .argument || isRead(node, ops))
  }

  /// Whether the arguments that begin or go on at `node` end before an operation that takes them.
  private static func isRead(_ node: Int, _ ops: [Op]) -> Bool {
    ops[node...].first { $0 != .argument }?.takesArguments ?? false
  }

  private static let opsByName = Dictionary(
    uniqueKeysWithValues: Op.allCases.map { ($0.name, $0) })

  /// The recorded order, if it names each node once and no operand after what uses it.
  private static func places(_ parts: ProgramParts) -> [Int32]? {
    let count = parts.operations.count
    var ids = [Int](repeating: -1, count: count)
    guard parts.recordedOrder.count == count else { return nil }
    for (id, place) in parts.recordedOrder.enumerated() {
      guard ids.indices.contains(place), ids[place] < 0 else { return nil }
      ids[place] = id
    }
    guard
      parts.operands.indices.allSatisfy({ node in
        parts.operands[node].allSatisfy { ids[$0] < ids[node] }
      })
    else { return nil }
    return parts.recordedOrder.map { Int32($0) }
  }
}
