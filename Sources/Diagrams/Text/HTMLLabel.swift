/// The pieces of libgvc's HTML-like labels. Texts are escaped here, and only here.
enum HTMLLabel {
  /// A table of rows; each row is the text of its cells.
  static func table(_ rows: [String], _ attributes: String = "border=\"0\" cellpadding=\"2\"")
    -> String
  {
    let body = rows.map { "<tr>\($0)</tr>" }.joined()
    return "<table cellborder=\"0\" cellspacing=\"0\" \(attributes)>\(body)</table>"
  }

  static func cell(_ content: String, _ attributes: String = "align=\"left\"") -> String {
    "<td \(attributes)>\(content)</td>"
  }

  /// Text in a colour, of the default size unless another is given in points; nothing for no text.
  static func text(
    _ text: String, _ color: Color, size: Double? = nil, isBold: Bool = false
  ) -> String {
    guard !text.isEmpty else { return "" }
    let size = size.map { " point-size=\"\($0)\"" } ?? ""
    let font = "<font color=\"\(color.light)\"\(size)>\(Escaping.label(text))</font>"
    return isBold ? "<b>\(font)</b>" : font
  }
}
