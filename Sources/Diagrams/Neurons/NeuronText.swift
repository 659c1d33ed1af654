internal import GraphModel

/// The words and numbers in the box of a neuron, row by row.
struct NeuronText {
  struct Row {
    let key: String
    let text: String

    var isGradient: Bool { key == "grad" || key.contains("∂") }

    /// The row without its number where that is not known yet.
    func known(at progress: Progress) -> Row {
      (isGradient ? progress.hasGradient : progress.hasData)
        ? self : Row(key: key, text: BoxText.unknown)
    }
  }

  let heading: String
  /// The word in the corner: the verdict, or what the box is.
  let corner: String
  let rows: [Row]
  /// Whether the word in the corner is a verdict.
  let hasVerdict: Bool
  /// The share of examples in which it fires, for a neuron that has a verdict.
  let fires: Double?

  init(_ node: NeuronNode, isOverData: Bool) {
    hasVerdict = node.verdict != nil
    heading = Escaping.shortened(Wording.spaced(node.label), to: hasVerdict ? 10 : 14)
    corner = Self.corner(node)
    fires = node.fires
    let all =
      node.changes != nil
      ? Self.rowsOfChanges(node) : isOverData ? Self.rowsOverData(node) : Self.rows(node)
    rows = node.progress.map { progress in all.map { $0.known(at: progress) } } ?? all
  }

  /// The numbers of a box in one line, in few digits: `z −0.51 · h 0 · ∂L/∂z 0`.
  static func compact(_ node: NeuronNode, isOverData: Bool) -> String {
    let isChange = node.changes != nil
    let mark = isChange ? "Δ" : ""
    func text(_ numbers: NeuronNode.Numbers, isKnown: Bool?) -> String {
      if isKnown == false { return BoxText.unknown }
      if isChange { return (numbers.value > 0 ? "+" : "") + NumberFormat.short(numbers.value) }
      return isOverData || node.instances != nil
        ? range(numbers) : NumberFormat.short(numbers.value)
    }
    var parts = [
      "\(mark)\(node.kind == .output ? "z" : "value") \(text(node.output, isKnown: node.progress?.hasData))"
    ]
    if node.activation != nil, let sum = node.preactivation {
      parts = [
        "\(mark)z \(text(sum, isKnown: node.progress?.hasData))",
        "\(mark)h \(text(node.output, isKnown: node.progress?.hasData))",
      ]
    }
    if let firing = node.firingInstances, let instances = node.instances, !isChange {
      parts.append("at \(firing) of \(instances)")
    } else if let gradient = node.preactivationGradient,
      node.activation != nil || isOverData == false
    {
      parts.append("\(mark)∂L/∂z \(text(gradient, isKnown: node.progress?.hasGradient))")
    }
    return parts.joined(separator: " · ")
  }

  private static func corner(_ node: NeuronNode) -> String {
    if let changes = node.changes {
      if let fate = changes.fate { return word(fate) }
      if changes.output.isFlip { return "± sign" }
    }
    if let verdict = node.verdict { return word(verdict) }
    switch node.kind {
    case .input: return "input"
    case .output: return node.isTarget ? "◄ label" : "output"
    case .loss, .neuron: return ""
    }
  }

  /// A sign and a word, so that colour is never needed. The signs are those of the old WGL4 set,
  /// which nearly every font has.
  static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .disconnected: "◊ disconnected"
    case .notANumber: "¿ nan"
    case .dead: "× dead"
    case .zeroEffect: "ø zero effect"
    case .constant: "≡ constant"
    case .silent: "○ off here"
    case .blocked: "■ blocked here"
    case .saturated: "▬ saturated"
    case .active: "● active"
    }
  }

  /// What happened to a neuron, in the room of a verdict.
  static func word(_ fate: Fate) -> String {
    switch fate {
    case .newlyDead: "× newly dead"
    case .revived: "▲ came back"
    }
  }

  /// The same rows as those of plain numbers, so that boxes stay as they are.
  private static func rowsOfChanges(_ node: NeuronNode) -> [Row] {
    var plain = node
    plain.instances = nil
    return rows(plain).map { row in
      Row(
        key: "Δ\(row.key)",
        text: row.text.hasPrefix("−") || row.text == "0" ? row.text : "+\(row.text)")
    }
  }

  private static func rows(_ node: NeuronNode) -> [Row] {
    if let instances = node.instances { return rows(node, instances: instances) }
    var rows: [Row] = []
    if node.activation != nil { rows += node.preactivation.map { [row("z", $0.value)] } ?? [] }
    let key = node.activation.map(Escaping.name) ?? (node.kind == .output ? "z" : "value")
    rows.append(row(key, node.output.value))
    if let probability = node.probability { rows.append(row("p", probability)) }
    if let gradient = node.preactivationGradient {
      rows.append(row("∂L/∂z", gradient.value))
    } else if node.kind != .loss {
      rows += node.gradient.map { [row("grad", $0.value)] } ?? []
    }
    return rows
  }

  /// The ranges over the places where its weights are used.
  private static func rows(_ node: NeuronNode, instances: Int) -> [Row] {
    var rows: [Row] = []
    if node.activation != nil { rows += node.preactivation.map { [range("z", $0)] } ?? [] }
    rows.append(
      range(
        node.activation.map(Escaping.name) ?? (node.kind == .output ? "z" : "value"), node.output))
    if let firing = node.firingInstances {
      rows.append(Row(key: "here", text: "at \(firing) of \(instances)"))
    }
    return rows
  }

  private static func rowsOverData(_ node: NeuronNode) -> [Row] {
    var rows: [Row] = []
    if node.activation != nil { rows += node.preactivation.map { [range("z", $0)] } ?? [] }
    rows.append(
      range(
        node.activation.map(Escaping.name) ?? (node.kind == .output ? "z" : "value"), node.output))
    rows.append(row("mean", node.output.value))
    return rows
  }

  private static func row(_ key: String, _ number: Double) -> Row {
    Row(key: key, text: NumberFormat.text(for: number))
  }

  private static func range(_ key: String, _ numbers: NeuronNode.Numbers) -> Row {
    Row(key: key, text: range(numbers))
  }

  private static func range(_ numbers: NeuronNode.Numbers) -> String {
    let ends = [numbers.lowest, numbers.highest].map(NumberFormat.short)
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) … \(ends[1])"
  }
}
