/// The losses of a network's outputs.
public enum LossKind: String, CaseIterable, Codable, Sendable {
  case crossEntropy, binaryCrossEntropy, meanSquaredError, hinge
}
