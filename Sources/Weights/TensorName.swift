/// The name of a layer's tensor: `0.weight`, or `weight` alone where the prefix is empty.
struct TensorName {
  enum Role: Sendable {
    /// A matrix [outputs, inputs], as PyTorch's `weight`.
    case weight
    /// A matrix [inputs, outputs], as the `kernel` of flax and Keras and the `coefs_` of
    /// scikit-learn.
    case kernel
    /// A matrix of which the name does not tell which way round it is.
    case matrix
    case bias
    /// The length of each row of a weight (weight normalisation).
    case gain
    /// The direction of each row of a weight.
    case direction
  }

  let prefix: String
  let role: Role

  init(prefix: String, role: Role) {
    (self.prefix, self.role) = (prefix, role)
  }

  /// By the usual endings; `nil` for a name such as `1.running_mean`, which no linear layer has.
  init?(_ text: String) {
    let endings: [(String, Role)] = [
      ("parametrizations.weight.original0", .gain),
      ("parametrizations.weight.original1", .direction), ("weight_g", .gain),
      ("weight_v", .direction), ("weight", .weight), ("kernel", .kernel), ("bias", .bias),
    ]
    for (ending, role) in endings where text.hasSuffix(ending) {
      let rest = text.dropLast(ending.count)
      guard let separator = rest.last else {
        (prefix, self.role) = ("", role)
        return
      }
      guard separator == "." || separator == "/", rest.count > 1 else { return nil }
      (prefix, self.role) = (String(rest.dropLast()), role)
      return
    }
    return nil
  }

  /// By any word in the name, as people name arrays: `W1` and `b1`, `coefs_0` and `intercepts_0`,
  /// `fc1_w` and `fc1_b`.
  init?(free text: String) {
    let text = text.hasSuffix(":0") ? String(text.dropLast(2)) : text
    if let usual = TensorName(text) {
      self = usual
      return
    }
    let words = Self.words(text)
    let roles: [String: Role] = [
      "w": .matrix, "weight": .matrix, "weights": .matrix, "kernel": .kernel, "coef": .kernel,
      "coefs": .kernel, "b": .bias, "bias": .bias, "biases": .bias, "intercept": .bias,
      "intercepts": .bias,
    ]
    guard let place = words.lastIndex(where: { roles[$0.lowercased()] != nil }),
      let role = roles[words[place].lowercased()]
    else { return nil }
    self.role = role
    prefix = (words[..<place] + words[(place + 1)...]).joined().trimmingSeparators
  }

  /// Letters, digits and what is between them, each by itself.
  private static func words(_ text: String) -> [String] {
    func kind(_ character: Character) -> Int {
      character.isLetter ? 0 : character.isNumber ? 1 : 2
    }
    return text.reduce(into: [String]()) { words, character in
      if let last = words.last?.last, kind(last) == kind(character) {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
  }

  static func joined(_ prefix: String, _ part: String) -> String {
    prefix.isEmpty ? part : "\(prefix).\(part)"
  }
}

extension String {
  fileprivate var trimmingSeparators: String {
    func isSeparator(_ character: Character) -> Bool { "._-/: ".contains(character) }
    return String(
      drop(while: isSeparator).reversed().drop(while: isSeparator).reversed())
  }
}
