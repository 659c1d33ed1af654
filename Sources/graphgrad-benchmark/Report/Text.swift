import Foundation

/// Numbers for people.
enum Text {
  /// Three digits, without an exponent where that stays short.
  static func significant(_ number: Double) -> String {
    let size = abs(number)
    if size >= 100 { return String(format: "%.0f", number) }
    if size >= 10 { return String(format: "%.1f", number) }
    return size >= 0.01 || size == 0
      ? String(format: "%.2f", number) : String(format: "%.1e", number)
  }

  /// Milliseconds, to three digits or so.
  static func milliseconds(_ seconds: Double) -> String {
    String(format: seconds < 0.01 ? "%.3f" : "%.1f", 1000 * seconds)
  }
}
