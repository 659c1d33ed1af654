internal import Yams

/// The text of an experiment on its way to a tree.
struct YAMLText {
  private let text: String
  private let place: ExperimentError.Place

  /// Nested deeper, a text is no experiment; Yams composes its tree by recursion.
  private static let depthLimit = 64

  init(_ text: String, place: ExperimentError.Place = .file(line: 1, column: 1)) {
    self.text = text
    self.place = place
  }

  func root() throws(ExperimentError) -> Node {
    try checkDepth()
    do {
      return try Yams.compose(yaml: text) ?? .mapping(Node.Mapping([]))
    } catch {
      throw Self.translated(error, place)
    }
  }

  /// Counts what can nest: open brackets, and in one line the marks `-`, `?` and `:` and blanks.
  private func checkDepth() throws(ExperimentError) {
    var brackets = 0
    var line = 1
    var indicators = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "\n"):
        line += 1
        indicators = 0
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: " "): indicators += 1
      default: break
      }
      if brackets > Self.depthLimit || indicators > 16 * Self.depthLimit {
        throw ExperimentError(
          place: place.isFile ? .file(line: line, column: 1) : place,
          problem: .tooDeep(limit: Self.depthLimit))
      }
    }
  }

  private static func translated(
    _ error: any Error, _ place: ExperimentError.Place
  ) -> ExperimentError {
    guard let error = error as? YamlError else {
      return ExperimentError(place: place, problem: .syntax("\(error)"))
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return ExperimentError(place: place.moved(to: mark), problem: .syntax(problem))
    case .reader(let problem, _, _, _):
      return ExperimentError(place: place, problem: .syntax(problem))
    case .duplicatedKeysInMapping(let names, let context):
      let list = names.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      return ExperimentError(
        place: place.moved(to: context.mark), problem: .syntax("given more than once: \(list)"))
    default:
      return ExperimentError(place: place, problem: .syntax("\(error)"))
    }
  }
}
