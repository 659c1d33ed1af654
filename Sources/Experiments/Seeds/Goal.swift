/// What training is to reach.
public enum Goal: Sendable, Equatable {
  /// At least this share of the training examples predicted right; 1 for all of them.
  case accuracy(Double)
  /// A training loss, with the penalty, of at most this.
  case loss(Double)

  /// Reads `accuracy=1` or `loss=0.01`; `nil` for anything else, such as a share above 1.
  public init?(_ text: String) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, let number = Double(sides[1]), number.isFinite else { return nil }
    switch sides[0] {
    case "accuracy" where number > 0 && number <= 1: self = .accuracy(number)
    case "loss" where number >= 0: self = .loss(number)
    default: return nil
    }
  }

  /// Whether a network with this loss and this share of right predictions is there.
  func isReached(_ loss: Double, _ accuracy: Double?) -> Bool {
    switch self {
    case .accuracy(let least): accuracy.map { $0 >= least } ?? false
    case .loss(let most): loss <= most
    }
  }
}
