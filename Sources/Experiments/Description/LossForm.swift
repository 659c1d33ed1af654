/// How a loss is recorded.
public enum LossForm: String, CaseIterable, Codable, Sendable {
  /// As one operation log Σ exp, right for logits of any size.
  case stable
  /// As micrograd's teaching module spells it out, with its digits: a power for each logit, and
  /// tanh with the slope 1 − out². Logits above 350 have no gradients.
  case spelled
}
