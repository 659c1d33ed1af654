/// The name of a layer's tensor: `0.weight`, or `weight` alone where the prefix is empty.
struct TensorName {
  enum Role: String, CaseIterable {
    case weight, bias
  }

  let prefix: String
  let role: Role

  init(prefix: String, _ role: Role) {
    self.prefix = prefix
    self.role = role
  }

  /// `nil` for a name such as `1.running_mean`, which no linear layer has.
  init?(_ text: String) {
    for role in Role.allCases {
      if text == role.rawValue {
        self.init(prefix: "", role)
        return
      }
      if text.hasSuffix("." + role.rawValue), text != "." + role.rawValue {
        self.init(prefix: String(text.dropLast(role.rawValue.count + 1)), role)
        return
      }
    }
    return nil
  }

  var text: String { prefix.isEmpty ? role.rawValue : "\(prefix).\(role.rawValue)" }

  /// The other tensor of the same layer.
  var partner: TensorName { TensorName(prefix: prefix, role == .weight ? .bias : .weight) }
}
