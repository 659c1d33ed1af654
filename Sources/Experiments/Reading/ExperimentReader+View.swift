extension ExperimentReader {
  func view(_ field: Field?) throws(ExperimentError) -> ViewDescription {
    guard let field else {
      return ViewDescription(kind: .scalar, subject: .example(1), foldsSums: true)
    }
    let keys = try section(field, "kind", "example", "input", "label", "target", "sums")
    let kind = try keys["kind"]?.choice(ViewDescription.Kind.self) ?? .scalar
    let sums = try keys["sums"]?.choice(Sums.self) ?? .folded
    if let example = keys["example"], keys["input"] != nil {
      throw example.wrong("either an example or an input, not both")
    }
    var subject = ViewDescription.Subject.example(
      try keys["example"]?.integer(1...1_000_000) ?? 1)
    if let input = keys["input"] {
      var numbers: [Double] = []
      for number in try input.list("a list of numbers") { numbers.append(try number.number()) }
      let target =
        if let target = keys["target"] { target } else {
          try keys.required("label", example: "0")
        }
      subject = .input(numbers, target: try target.number())
    } else if let label = keys["label"] ?? keys["target"] {
      throw label.wrong("an input to go with it, such as input: [0, 0]")
    }
    return ViewDescription(kind: kind, subject: subject, foldsSums: sums == .folded)
  }

  private enum Sums: String, CaseIterable { case folded, chained }
}
