extension Program {
  /// What to call a node in a message: `layer1/neuron3/w2`, or `value 12 (tanh)`.
  public func label(of position: Int) -> String {
    instructions[position].op.label(
      at: position, named: names[position], in: scopes[position])
  }
}

extension TapeStorage {
  /// What to call a value in a message.
  func label(of position: Int) -> String {
    instructions[position].op.label(
      at: position, named: annotations.name(of: position), in: annotations.scope(of: position))
  }
}

extension Op {
  fileprivate func label(at position: Int, named name: String?, in scope: [String]) -> String {
    (scope + [name ?? "value \(position) (\(self))"]).joined(separator: "/")
  }
}
