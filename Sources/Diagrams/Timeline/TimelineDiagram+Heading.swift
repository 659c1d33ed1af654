internal import GraphModel

extension TimelineDiagram {
  /// Title, detail and legend.
  func writeHeading(_ canvas: inout Canvas) {
    canvas.text(
      Escaping.shortened(caption.title, to: 80), x: 0, y: 12, width: layout.width,
      Canvas.TextStyle(
        name: "title", size: theme.fontSize + 2, color: theme.ink, isBold: true))
    canvas.text(
      detail, x: 0, y: 32, width: layout.width,
      Canvas.TextStyle(name: "detail", size: theme.fontSize, color: theme.ink),
      id: "\(prefix)_detail")
    var x = 0.0
    for (shade, words, room) in [
      (0, hasPlaces ? "fires nowhere" : "fires in no example", hasPlaces ? 90.0 : 122.0),
      (5, "in a quarter", 82.0), (10, "in half", 58.0),
      (20, "in all", 52.0),
    ] {
      if shade == 0 {
        line(Canvas.Point(x: x, y: 53), Canvas.Point(x: x + 18, y: 53), "never", &canvas)
      } else {
        canvas.area(
          x: x, y: 47, width: 18, height: 12, name: "cell s\(shade)", fill: theme.timeline(shade))
      }
      canvas.text(words, x: x + 24, y: 53, width: room, small)
      x += room + 26
    }
    canvas.text("× died    ▲ came back", x: x, y: 53, width: 130, small)
    if hasPlaces {
      canvas.text(
        "shares are those of all places, of a filter or its like, in all examples", x: x + 140,
        y: 53,
        width: 400, small)
    }
  }

  private var hasPlaces: Bool { !history.withSeveralPlaces.isEmpty }
}
