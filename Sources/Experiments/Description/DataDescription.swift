public import Datasets

/// Where the examples come from.
public struct DataDescription: Codable, Sendable, Equatable {
  /// A generator or a file.
  public enum Source: Codable, Sendable, Equatable {
    case generated(Generator, count: Int, noise: Double?, classes: Int?)
    /// All patterns of a kind, of so many inputs where that is open.
    case patterns(Patterns, size: Int?)
    /// Noisy points of a generator, at so many levels of noise.
    indirect case diffusion(of: Source, levels: Int)
    /// A CSV file and what its columns are.
    case csv(path: String, columns: CSVColumns)
    /// A file of short texts, one on each line.
    case text(path: String)
    /// Examples that a program hands over.
    case given
  }

  /// The seeded generators.
  public enum Generator: String, CaseIterable, Codable, Sendable {
    case yinyang, moons, circles, spirals, blobs, xor, digits
  }

  /// A generator or a file.
  public var source: Source
  /// Whether the examples are put in random order before they are split.
  public var shuffle: Bool
  /// The shares of the examples to train on, to validate on and to test on.
  public var split: [Double]
}
