internal import GraphModel

/// The words and numbers in a box, row by row.
struct BoxText {
  static let headingLimit = 24
  /// A longer formula gives way to the bare operation in the corner of a named box.
  static let formulaLimit = 10

  let heading: String
  /// The word in the corner: the operation of a named value, the role of a leaf.
  let corner: String
  let data: String
  let gradient: String

  init(_ box: Box, _ node: Node) {
    let operation = box.operation
    heading = Escaping.shortened(
      box.heading.isEmpty ? operation : box.heading, to: Self.headingLimit)
    if operation.isEmpty {
      corner = Wording.tag(node.role)
    } else {
      let isShort = !box.formula.isEmpty && box.formula.count <= Self.formulaLimit
      corner = box.isNamed && box.heading != box.formula ? (isShort ? box.formula : operation) : ""
    }
    data = NumberFormat.text(for: node.data)
    gradient = node.gradient.map(NumberFormat.text) ?? "—"
  }
}
