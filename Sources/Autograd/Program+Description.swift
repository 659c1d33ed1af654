extension Program {
  /// What to call a node in a message: `layer1/neuron3/w2`, or `value 12 (tanh)`.
  public func label(of position: Int) -> String {
    let name = names[position] ?? "value \(position) (\(instructions[position].op))"
    return (scopes[position] + [name]).joined(separator: "/")
  }
}
