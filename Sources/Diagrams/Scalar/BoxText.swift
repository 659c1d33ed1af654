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
  /// What stands before the numbers.
  let dataKey: String
  let gradientKey: String

  /// In place of a number that is not computed yet.
  static let unknown = "·"

  /// A change has its sign, and `±` before it where the sign of the number itself changed.
  static func number(_ number: Double, isChange: Bool, isFlip: Bool) -> String {
    guard isChange else { return NumberFormat.text(for: number) }
    return "\(isFlip ? "± " : "")\(NumberFormat.signed(number))"
  }

  init(_ box: Box, _ node: Node) {
    let operation = box.operation
    heading = Escaping.shortened(
      box.heading.isEmpty ? operation : box.heading, to: Self.headingLimit)
    if let group = node.group {
      corner = Wording.count(group.valueCount, "value")
    } else if operation.isEmpty {
      corner = Wording.tag(node.role)
    } else {
      let isShort = !box.formula.isEmpty && box.formula.count <= Self.formulaLimit
      corner = box.isNamed && box.heading != box.formula ? (isShort ? box.formula : operation) : ""
    }
    let numbers = BoxNumbers(node)
    (data, gradient) = (numbers.data, numbers.gradient)
    (dataKey, gradientKey) = (numbers.dataKey, numbers.gradientKey)
  }
}

/// The two numbers of a box in words.
struct BoxNumbers {
  let data: String
  let gradient: String
  /// What stands before them.
  let dataKey: String
  let gradientKey: String

  init(_ node: Node) {
    // A parameter that an update moves shows its new value, not how far it was moved.
    let isChange = node.dataChange != nil && node.progress == nil
    let (hasData, hasGradient) = (
      node.progress?.hasData ?? true, node.progress?.hasGradient ?? true
    )
    data =
      hasData
      ? BoxText.number(node.data, isChange: isChange, isFlip: node.dataChange?.isFlip ?? false)
      : BoxText.unknown
    let gradient = node.gradient.map {
      BoxText.number($0, isChange: isChange, isFlip: node.gradientChange?.isFlip ?? false)
    }
    self.gradient = gradient.map { hasGradient ? $0 : BoxText.unknown } ?? "—"
    let mark = isChange ? "Δ" : ""
    dataKey = node.group == nil ? "\(mark)data" : "max |out|"
    gradientKey = node.group == nil ? "\(mark)grad" : "max |grad|"
  }
}
