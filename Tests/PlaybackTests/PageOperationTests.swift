import Foundation
import GraphGradKit
import Testing

@Suite("The page's operations", .enabled(if: Browser.executable != nil), .serialized)
struct PageOperationTests {
  private static let places: [Double] = [
    -40, -7.5, -3, -1, -0.3, -1e-9, 0, 1e-9, 0.2, 0.7071, 1, 2, 2.999, 3.001, 5.9, 30, 700,
    .infinity, -.infinity, .nan,
  ]

  private static func word(_ number: Double) -> String {
    number.isNaN ? "NaN" : number.isInfinite ? (number > 0 ? "Infinity" : "-Infinity") : "\(number)"
  }

  private static func number(_ word: Substring) -> Double {
    Double(word.replacing("Infinity", with: "inf").replacing("NaN", with: "nan")) ?? .nan
  }

  @Test("each operation has the engine's value and derivatives, to 12 digits") func operations()
    throws
  {
    let run = try RecordedRun.yinYang.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString)
    #expect(
      try browser.evaluate("Object.keys(Ops).sort().join()")
        == Op.allCases.map(\.name).sorted().joined(separator: ","))
    for op in Op.allCases {
      let arity = try browser.evaluate("Ops.\(op.name).arity")
      #expect(arity == "\(op.arity)", "\(op)")
      #expect(try browser.evaluate("Ops.\(op.name).symbol") == op.symbol)
      guard op.arity > 0 else { continue }
      for x in Self.places {
        for y in op.arity == 2 ? Self.places : [0] {
          let value = op.evaluate(x, y)
          let parts = op.pullback(1.5, x, y, value)
          let (a, b) = (Self.word(x), Self.word(y))
          let texts = try browser.evaluate(
            "(() => { const v = Ops.\(op.name).value(\(a), \(b)); "
              + "return [v, ...Ops.\(op.name).back(1.5, \(a), \(b), v)].join(); })()"
          ).split(separator: ",").map(Self.number)
          let expected = [value, parts.x] + (op.arity == 2 ? [parts.y] : [])
          for (wanted, found) in zip(expected, texts) {
            let isSame =
              wanted == found || (wanted.isNaN && found.isNaN)
              || abs(wanted - found) <= 1e-12 * abs(wanted) || abs(wanted - found) < 1e-300
            #expect(isSame, "\(op)(\(x), \(y)): \(wanted), \(found)")
          }
        }
      }
    }
  }

  @Test("numbers are written as in the drawings") func numbers() throws {
    let run = try RecordedRun.yinYang.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString)
    var random = Xorshift64Star(seed: 5)
    let ties = [
      0.03125, 0.09375, 1_000_500, 1_001_500, 2.5, 3.5, 0.5, 12.25, 99.5, 1.00005, -0.00125,
    ]
    let powers = (-320...308).map { Double("1.2345e\($0)") ?? 0 }
    let others = (0..<300).map { _ in random.uniform(-1, 1) * 1e4 }
    let special = [0, -0.0, .nan, .infinity, -.infinity, 0.001, 0.00099999, 999_999.5, 9_999.99995]
    let all = ties + powers + others + special
    let list = all.map(Self.word).joined(separator: ",")
    for (name, text) in [
      ("text", NumberFormat.text(for:)), ("short", NumberFormat.short),
    ] as [(String, (Double) -> String)] {
      let found = try browser.evaluate("[\(list)].map(Numbers.\(name)).join('\\n')")
        .split(separator: "\n").map(String.init)
      for (number, shown) in zip(all, found) { #expect(shown == text(number), "\(number)") }
      #expect(found.count == all.count)
    }
  }
}
