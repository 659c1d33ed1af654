internal import Foundation

/// How numbers are written in a drawing, so that they line up and do not mislead.
///
/// Exactly `0` stands only for zero, and `−0` for the zero with a sign, by which 1 is divided to
/// another infinity; a small number keeps its digits in an exponent
/// (`1.000e−9`), a large one too; in between there are four decimals. A true minus sign, which is
/// as wide as a digit's neighbourhood needs, and `nan`, `inf`, `−inf` in words.
public enum NumberFormat {
  /// No text of ``text(for:)`` is wider than this one.
  public static let widest = "−9.999e−308"

  /// The number in at most 11 characters.
  public static func text(for number: Double) -> String {
    var buffer = ByteBuffer(capacity: 32)
    buffer.append(text: number)
    return buffer.string
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
    if number == 0 { return "0" }
    return number > 0 ? "+\(text(for: number))" : text(for: number)
  }

  /// The number in about three digits, where there is little room: `0.52`, `−12.3`, `1.2e−9`.
  public static func short(_ number: Double) -> String {
    var buffer = ByteBuffer(capacity: 32)
    buffer.append(short: number)
    return buffer.string
  }

  /// A share in whole percents, never rounded to none or all: `<1 %`, `42 %`, `>99 %`; `nan` for none.
  public static func percent(_ share: Double) -> String {
    guard share.isFinite else { return text(for: share) }
    let percent = (100 * share).rounded()
    if share > 0, percent == 0 { return "<1 %" }
    if share < 1, percent == 100 { return ">99 %" }
    return "\(Int(percent)) %"
  }

  /// All digits of the number: the shortest decimal that reads back as the same `Double`, as Swift
  /// writes it.
  public static func exact(_ number: Double) -> String {
    var buffer = ByteBuffer(capacity: 32)
    buffer.append(exact: number)
    return buffer.string
  }

  /// A constant as the user would write it: `2`, `0.5`, `−1`.
  public static func constant(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e6 {
      return (number == 0 && number.sign == .minus ? "-0" : "\(Int(number))").replacingOccurrences(
        of: "-", with: "−")
    }
    let shortest = "\(number)"
    return shortest.count <= 7 ? signs(shortest) : text(for: number)
  }
}
