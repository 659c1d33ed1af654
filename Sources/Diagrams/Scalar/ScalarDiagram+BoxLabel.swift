extension ScalarDiagram {
  /// Room for the widest number, in points.
  private static let numberWidth = 76

  /// The rows of a box: name and operation, data, gradient.
  func label(of box: Box) -> String {
    let text = BoxText(box, node(box))
    let cornerSize = box.operation.isEmpty ? theme.smallFontSize : theme.fontSize
    return HTMLLabel.table([
      HTMLLabel.cell(HTMLLabel.text(text.heading, theme.ink, isBold: true))
        + HTMLLabel.cell(
          HTMLLabel.text(text.corner, theme.faint, size: cornerSize), "align=\"right\""),
      row(text.dataKey, text.data), row(text.gradientKey, text.gradient),
    ])
  }

  private func row(_ key: String, _ number: String) -> String {
    HTMLLabel.cell(
      HTMLLabel.text(key, theme.faint, size: theme.smallFontSize), "align=\"left\" width=\"30\"")
      + HTMLLabel.cell(
        HTMLLabel.text(number, number == "0" ? theme.faint : theme.ink),
        "align=\"right\" width=\"\(Self.numberWidth)\"")
  }
}
