/// Where the first number that is not finite comes from, and why.
public struct NonFiniteOrigin: Sendable, Equatable {
  /// The value that is not finite, or the operation that passes a gradient back which is not.
  public let node: Int
  /// Whether it is a gradient.
  public let isGradient: Bool
  /// What is not finite, such as `L = log(a) is nan` or `the gradient of a is inf`.
  public let finding: String
  /// Why, such as `log of −1 is no real number`; empty where it came in that way.
  public let reason: String

  /// Both in a sentence.
  public var sentence: String { reason.isEmpty ? finding : "\(finding): \(reason)" }
}

extension Graph {
  /// The first cause of a nan or an infinity: in the order in which the values are computed, and if
  /// all are finite, in the order of the backward pass.
  ///
  /// Where graphs are compared or folded the causes are in another graph; there the value is named.
  public var nonFiniteOrigin: NonFiniteOrigin? {
    if let node = firstNonFinite { return origin(ofValue: node) }
    if let node = firstNonFiniteGradient { return origin(ofGradient: node) }
    return nil
  }

  private func origin(ofValue node: Node) -> NonFiniteOrigin {
    let formula = FormulaText(self)
    return NonFiniteOrigin(
      node: node.id, isGradient: false,
      finding: "\(formula.definition(of: node)) is \(NumberFormat.text(for: node.data))",
      reason: node.operands.isEmpty || node.group != nil
        ? "" : NonFiniteReason.ofValue(node, node.operands.map { nodes[$0].data }))
  }

  /// The gradient is a sum of what the operations that read the value pass back: the first of them
  /// that passes something that is not finite is the cause.
  private func origin(ofGradient node: Node) -> NonFiniteOrigin {
    let formula = FormulaText(self)
    let finding =
      "the gradient of \(formula.name(of: node)) is "
      + NumberFormat.text(for: node.gradient ?? .nan)
    for reader in nodes.reversed() {
      guard let gradient = reader.gradient, gradient != 0, gradient.isFinite, reader.group == nil
      else { continue }
      for (slot, operand) in reader.operands.enumerated()
      where operand == node.id && !(reader.derivatives[slot] * gradient).isFinite {
        return NonFiniteOrigin(
          node: reader.id, isGradient: true, finding: finding,
          reason: NonFiniteReason.ofGradient(
            reader, slot, reader.operands.map { nodes[$0].data },
            formula.definition(of: reader)))
      }
    }
    return NonFiniteOrigin(
      node: node.id, isGradient: true, finding: finding,
      reason: node.group != nil
        ? "" : "the sum of what comes back to it is larger than a double can be")
  }
}
