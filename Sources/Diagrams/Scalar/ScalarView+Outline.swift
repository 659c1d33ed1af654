/// Which values have a box in a drawing and what its edges stand for, as plain data; the element of
/// the box of value 7 has the id `g_n7`, that of its second edge `g_e7_1`.
public struct ScalarOutline: Codable, Sendable, Equatable {
  /// The ids of the values that have a box.
  public let boxes: [Int]
  /// Of each box its edges: the id of the value that comes in, of the operation that takes it, and
  /// which of its operands it is.
  public let edges: [[[Int]]]
  /// The operation written in each box, with its constants, such as `× 2` or `Σ`.
  public let operations: [String]
  /// The scopes that are drawn, such as `layer1/neuron3`; the third has the id `g_c2`.
  public let scopes: [String]
}

extension ScalarView {
  /// What is drawn where.
  public var outline: ScalarOutline {
    ScalarOutline(
      boxes: boxes.map(\.id),
      edges: boxes.map { $0.links.map { [$0.source, $0.consumer, $0.slot] } },
      operations: boxes.map(\.operation),
      scopes: scopeList.map { $0.key })
  }
}
