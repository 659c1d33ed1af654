internal import Datasets

/// Data that are all there is of their kind, without chance.
public enum Patterns: String, CaseIterable, Codable, Sendable {
  case encoder, symmetry, familytrees

  /// How many inputs there are if nothing is said; `nil` where their number is fixed.
  var usualSize: Int? {
    switch self {
    case .encoder: 8
    case .symmetry: 6
    case .familytrees: nil
    }
  }

  /// How many inputs there can be.
  var sizes: ClosedRange<Int> { self == .symmetry ? 1...16 : 1...1_000 }

  func dataset(size: Int?) -> Dataset {
    switch self {
    case .encoder: .encoder(size: size ?? 8)
    case .symmetry: .symmetry(size: size ?? 6)
    case .familytrees: .familyTrees()
    }
  }
}
