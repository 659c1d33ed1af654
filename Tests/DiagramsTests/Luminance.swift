import Foundation

/// The contrast of two colours as the Web Content Accessibility Guidelines 2.1 define it.
enum Luminance {
  static func contrast(_ first: String, _ second: String) -> Double {
    let (a, b) = (of(first), of(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func of(_ color: String) -> Double {
    let number = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { Double(number >> $0 & 255) / 255 }
    let linear = parts.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
