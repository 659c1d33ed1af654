extension Canvas {
  /// The two lines above a drawing, the second of which may change.
  mutating func heading(
    _ caption: Caption, width: Double, theme: Theme, detailID: String
  ) {
    text(
      Escaping.shortened(caption.title, to: 90), x: 0, y: 12, width: width,
      TextStyle(name: "title", size: theme.fontSize + 2, color: theme.ink, isBold: true))
    text(
      caption.detail, x: 0, y: 32, width: width,
      TextStyle(name: "detail", size: theme.fontSize, color: theme.ink), id: detailID)
  }
}
