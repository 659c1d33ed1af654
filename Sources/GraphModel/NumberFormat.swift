internal import Foundation

/// How numbers are written in a drawing, so that they line up and do not mislead.
///
/// Exactly `0` stands only for zero; a small number keeps its digits in an exponent
/// (`1.000e−9`), a large one too; in between there are four decimals. A true minus sign, which is
/// as wide as a digit's neighbourhood needs, and `nan`, `inf`, `−inf` in words.
public enum NumberFormat {
  /// No text of ``text(for:)`` is wider than this one.
  public static let widest = "−9.999e−308"

  /// The number in at most 11 characters.
  public static func text(for number: Double) -> String {
    if number == 0 { return "0" }
    if number.isNaN { return "nan" }
    if number.isInfinite { return number > 0 ? "inf" : "−inf" }
    let size = abs(number)
    let plain = size >= 0.001 && size < 999_999.5
    let format = plain ? "%.\(decimals(size))f" : "%.3e"
    return signs(String(format: format, number))
  }

  /// Large numbers give up decimals for the digits before the point.
  private static func decimals(_ size: Double) -> Int {
    size < 9_999.99995 ? 4 : (size < 99_999.9995 ? 3 : 2)
  }

  /// `-1.000e-09` as `−1.000e−9`.
  private static func signs(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "e") else {
      return text.replacingOccurrences(of: "-", with: "−")
    }
    let exponent = Int(text[text.index(after: mark)...]) ?? 0
    return "\(text[..<mark])e\(exponent)".replacingOccurrences(of: "-", with: "−")
  }

  /// A change with its sign: `+0.0123`, `−0.0400`; exactly `0` for none.
  public static func signed(_ number: Double) -> String {
    number > 0 ? "+\(text(for: number))" : text(for: number)
  }

  /// The number in about three digits, where there is little room: `0.52`, `−12.3`, `1.2e−9`.
  public static func short(_ number: Double) -> String {
    if number == 0 || !number.isFinite { return text(for: number) }
    let size = abs(number)
    if size < 0.01 || size >= 9_999.5 { return signs(String(format: "%.1e", number)) }
    return signs(String(format: "%.\(size < 9.995 ? 2 : size < 99.95 ? 1 : 0)f", number))
  }

  /// All digits of the number: the shortest decimal that reads back as the same `Double`.
  public static func exact(_ number: Double) -> String {
    number.isNaN ? "nan" : "\(number)"
  }

  /// A constant as the user would write it: `2`, `0.5`, `−1`.
  public static func constant(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e6 {
      return "\(Int(number))".replacingOccurrences(of: "-", with: "−")
    }
    let shortest = "\(number)"
    return shortest.count <= 7 ? signs(shortest) : text(for: number)
  }
}
