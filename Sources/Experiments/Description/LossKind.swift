/// The losses of a network's outputs.
public enum LossKind: String, CaseIterable, Codable, Sendable {
  case crossEntropy, binaryCrossEntropy, meanSquaredError, squaredError, squaredShortfall, hinge
  /// None: nobody knows what should come out.
  case unknown

  /// Those that can be chosen.
  public static let allCases: [LossKind] = [
    .crossEntropy, .binaryCrossEntropy, .meanSquaredError, .squaredError, .squaredShortfall, .hinge,
  ]

  /// Whether it compares outputs with numbers, so that numbers can be predicted with it.
  var comparesNumbers: Bool {
    switch self {
    case .meanSquaredError, .squaredError, .squaredShortfall: true
    case .crossEntropy, .binaryCrossEntropy, .hinge, .unknown: false
    }
  }

  /// What a single output has to be above to say the second of two classes.
  public var middle: Double { comparesNumbers ? 0.5 : 0 }
}
