/// The same frames drawn by graphviz.
struct GraphvizPeer {
  static let svg = "graphviz SVG, laid out"
  static let png = "graphviz PNG, laid out"
  static let placed = "graphviz SVG, places given"

  private struct Picture: Encodable {
    let dot: String
    let format: String
    let isPlaced: Bool
  }

  private struct Question: Encodable {
    let repetitions: Int
    let pictures: [Picture]
  }

  private struct Answer: Decodable {
    let version: String
    let command: String
    let seconds: [[Double]]
  }

  /// One for each way of drawing.
  let rows: [Row]

  init(_ frames: FrameBenchmark, _ effort: Effort) {
    let pictures = [
      Picture(dot: frames.dot, format: "svg", isPlaced: false),
      Picture(dot: frames.placedDot, format: "svg", isPlaced: true),
      Picture(dot: frames.dot, format: "png", isPlaced: false),
    ]
    let names = [Self.svg, Self.placed, Self.png]
    let answer: Result<Answer, Python.Absence> = Python.answer(
      GraphvizScript.text, to: Question(repetitions: effort.slowRepetitions, pictures: pictures))
    switch answer {
    case .failure(let absence): rows = names.map { Row($0, absence) }
    case .success(let answer):
      rows = zip(names, answer.seconds).map { name, seconds in
        Row(
          name, Measurement(seconds: seconds),
          version: "graphviz \(answer.version), Graphviz \(answer.command)")
      }
    }
  }
}
