/// How exactly examples are computed side by side.
public enum Arithmetic: String, CaseIterable, Codable, Sendable {
  /// Every number is bit for bit that of one example after the other with the C library's
  /// functions.
  case exact
  /// Sums over examples are made in whatever order is quickest, and `exp`, `log`, `tanh` and
  /// `sigmoid` of eight numbers at once; within 1e-12 of ``exact``, and on one machine the same from
  /// run to run.
  case fast
}
