extension ExperimentReader {
  /// - Parameter isText: whether an input is a text; such a network is too large for one box a
  ///   neuron.
  func view(_ field: Field?, isText: Bool) throws(ExperimentError) -> ViewDescription {
    let usual = isText ? ViewDescription.Kind.scalar : .neurons
    guard let field else {
      return ViewDescription(kind: usual, subject: .example(1), foldsSums: true)
    }
    let keys = try section(
      field, "kind", "example", "input", "label", "target", "sums", "depth", "expand")
    let kind = try keys["kind"]?.choice(ViewDescription.Kind.self) ?? usual
    let sums = try keys["sums"]?.choice(Sums.self) ?? .folded
    if let example = keys["example"], keys["input"] != nil {
      throw example.wrong("either an example or an input, not both")
    }
    var subject = ViewDescription.Subject.example(
      try keys["example"]?.integer(1...1_000_000) ?? 1)
    if let input = keys["input"] {
      let target = keys["target"] ?? keys["label"]
      if isText, let target { throw target.wrong("left out: a text says what comes next") }
      let answer = try target?.numbers()
      subject =
        isText ? .text(try input.string()) : .input(try input.numbers(), target: answer)
    } else if let label = keys["label"] ?? keys["target"] {
      throw label.wrong("an input to go with it, such as input: [0, 0]")
    }
    var view = ViewDescription(kind: kind, subject: subject, foldsSums: sums == .folded)
    for name in ["depth", "expand"] where kind == .neurons {
      if let field = keys[name] { throw field.wrong("left out, or given with kind: scalar") }
    }
    view.depth = try keys["depth"]?.integer(1...100)
    view.expanded = try keys["expand"]?.texts()
    return view
  }

  private enum Sums: String, CaseIterable { case folded, chained }
}
