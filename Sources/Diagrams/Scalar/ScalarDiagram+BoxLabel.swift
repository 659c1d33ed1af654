internal import GraphModel

extension ScalarDiagram {
  /// Room for the widest number, in points.
  private static let numberWidth = 76

  /// The rows of a box: name and operation, data, gradient.
  func label(of box: Box) -> String {
    let text = BoxText(box, node(box))
    let cornerSize = box.operation.isEmpty ? theme.smallFontSize : theme.fontSize
    let head =
      HTMLLabel.cell(HTMLLabel.text(text.heading, theme.ink, isBold: true))
      + HTMLLabel.cell(
        HTMLLabel.text(text.corner, theme.faint, size: cornerSize), "align=\"right\"")
    return HTMLLabel.table(
      [head] + (node(box).group.map { [neuronRow($0)] } ?? [])
        + [row(text.dataKey, text.data), row(text.gradientKey, text.gradient)])
  }

  /// How many neurons are in a scope and how many of them are off, with room for all of them.
  private func neuronRow(_ group: Group) -> String {
    var widest = group
    widest.offCount = group.neuronCount
    let width = Int(Double(Wording.neurons(of: widest).count) * theme.smallFontSize * 0.6)
    return HTMLLabel.cell(
      HTMLLabel.text(Wording.neurons(of: group), theme.faint, size: theme.smallFontSize),
      "align=\"left\" colspan=\"2\" width=\"\(width)\"")
  }

  private func row(_ key: String, _ number: String) -> String {
    HTMLLabel.cell(
      HTMLLabel.text(key, theme.faint, size: theme.smallFontSize), "align=\"left\" width=\"30\"")
      + HTMLLabel.cell(
        HTMLLabel.text(number, ["0", "−0"].contains(number) ? theme.faint : theme.ink),
        "align=\"right\" width=\"\(Self.numberWidth)\"")
  }
}
