/// The losses of a network's outputs.
public enum LossKind: String, CaseIterable, Sendable {
  case crossEntropy, binaryCrossEntropy, meanSquaredError, hinge
}
