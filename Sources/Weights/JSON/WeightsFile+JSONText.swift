extension WeightsFile {
  /// Writes the JSON form that ``json(_:)`` reads, a line for each row of weights.
  ///
  /// The numbers are the shortest decimals that give the same doubles bit for bit. `activation` is
  /// written where there is one, `name` where it is not the one `json(_:)` would give.
  ///
  /// - Throws: ``WeightsError`` for layers that could not be read back, such as a network whose
  ///   training ended in `nan`.
  public static func jsonText(_ layers: [LinearLayer]) throws(WeightsError) -> String {
    try check(layers)
    let texts = layers.enumerated().map { index, layer in
      layer.json(named: layer.name != LinearLayer.standardName(index))
    }
    return "{\n  \"layers\": [\n\(texts.joined(separator: ",\n"))\n  ]\n}\n"
  }
}

extension LinearLayer {
  fileprivate func json(named: Bool) -> String {
    var members: [String] = named ? ["\"name\": \(quoted(name))"] : []
    let rows = weight.map { "        \(list($0))" }.joined(separator: ",\n")
    members.append("\"weight\": [\n\(rows)\n      ]")
    members.append("\"bias\": \(list(bias))")
    if let activation { members.append("\"activation\": \(quoted(activation))") }
    return "    {\n      \(members.joined(separator: ",\n      "))\n    }"
  }

  private func list(_ numbers: [Double]) -> String {
    "[\(numbers.map { "\($0)" }.joined(separator: ", "))]"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
