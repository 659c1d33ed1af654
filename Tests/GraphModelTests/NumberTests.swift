import Foundation
import GraphModel
import Randomness
import Testing

@Suite("Writing numbers") struct NumberTests {
  /// Numbers of every size, and those around the borders between two ways to write them.
  private static let numbers: [Double] = {
    var random = Xorshift64Star(seed: 11)
    func bits() -> UInt64 { UInt64(random.next32()) << 32 | UInt64(random.next32()) }
    var numbers = (0..<60_000).map { _ in Double(bitPattern: bits()) }
    numbers += (0..<60_000).map { _ in random.uniform(-2, 2) }
    numbers += (0..<20_000).map { _ in (random.uniform(-1, 1) * 1e5).rounded() / 1e4 }
    numbers += (-330...308).flatMap { power in
      let ten = Double("1e\(power)")!
      return [ten, ten.nextUp, ten.nextDown, 5 * ten, ten * 9.9995, ten * 1.2345, -ten * 1.00005]
    }
    numbers += (-1074...1023).flatMap { power in
      let two = Double(sign: .plus, exponent: power, significand: 1)
      return [two, two.nextUp, two.nextDown, -3 * two]
    }
    numbers += (0..<4_000).map { Double($0) / 16_384 }
    numbers += [
      0, -0.0, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .leastNormalMagnitude,
      .greatestFiniteMagnitude, 0.1, 0.3, 1 / 3, 2.5, 0.00005, 0.00015, 9_007_199_254_740_992,
      0.001, 999_999.5, 9_999.99995, 99_999.9995, 123_456_789, 1e22, 1e23,
    ]
    return numbers
  }()

  @Test("all digits are those that Swift writes") func exact() {
    for number in Self.numbers {
      let text = NumberFormat.exact(number)
      #expect(text == (number.isNaN ? "nan" : "\(number)"))
    }
  }

  @Test("rounded digits are those that C writes") func rounded() {
    for number in Self.numbers where number.isFinite && number != 0 {
      let size = abs(number)
      let decimals = size < 9_999.99995 ? 4 : (size < 99_999.9995 ? 3 : 2)
      let isPlain = size >= 0.001 && size < 999_999.5
      #expect(
        NumberFormat.text(for: number)
          == Self.written(isPlain ? "%.\(decimals)f" : "%.3e", number))
      let places = size < 9.995 ? 2 : size < 99.95 ? 1 : 0
      let isShort = size >= 0.01 && size < 9_999.5
      #expect(
        NumberFormat.short(number) == Self.written(isShort ? "%.\(places)f" : "%.1e", number))
    }
    #expect(NumberFormat.text(for: -0.0) == "−0" && NumberFormat.short(.nan) == "nan")
    #expect(NumberFormat.text(for: -.infinity) == "−inf" && NumberFormat.short(-0.0) == "−0")
    #expect(NumberFormat.constant(-0.0) == "−0" && NumberFormat.signed(-0.0) == "0")
    #expect(NumberFormat.percent(.nan) == "nan")
  }

  /// With a true minus sign, and an exponent without zeros before it.
  private static func written(_ format: String, _ number: Double) -> String {
    let parts = String(format: format, number).split(separator: "e")
    let exponent = parts.count == 2 ? "e\(Int(parts[1])!)" : ""
    return (parts[0] + exponent).replacing("-", with: "−")
  }
}
