import Foundation
import GraphGradKit
import Testing

@Suite("The page's operations", .enabled(if: Browser.executable != nil), .serialized)
struct PageOperationTests {
  private static func word(_ number: Double) -> String {
    number.isNaN ? "NaN" : number.isInfinite ? (number > 0 ? "Infinity" : "-Infinity") : "\(number)"
  }

  /// Reads rows of numbers as bits and writes each operation's value and slopes in the same way.
  private static let rows = """
    window.results = (op, rows) => {
      const view = new DataView(new ArrayBuffer(8));
      const read = (word) => {
        view.setBigUint64(0, BigInt(`0x${word}`));
        return view.getFloat64(0);
      };
      const write = (number) => {
        view.setFloat64(0, number);
        return view.getBigUint64(0).toString(16).padStart(16, "0");
      };
      return rows.map((row) => {
        const words = row.split(" ");
        const operands = words.slice(0, (words.length - 1) / 2).map(read);
        if (op.slopesOfAll) {
          return [op.valueOfAll(operands), ...op.slopesOfAll(operands)].map(write).join(" ");
        }
        const value = op.value(...operands);
        const slopes = op.back(1, operands[0], operands[1] ?? 0, value).slice(0, op.arity);
        return [value, ...slopes].map(write).join(" ");
      }).join("\\n");
    }
    """

  @Test("each operation has mpmath's values and slopes, to 12 digits") func operations() throws {
    let run = try RecordedRun.yinYang.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString)
    #expect(
      try browser.evaluate("Object.keys(Ops).sort().join()")
        == Op.allCases.map(\.name).sorted().joined(separator: ","))
    try browser.evaluate(Self.rows)
    for op in Op.allCases {
      let arity = op.takesArguments ? "Infinity" : "\(op.arity)"
      #expect(try browser.evaluate("Ops.\(op.name).arity") == arity, "\(op)")
      #expect(try browser.evaluate("Ops.\(op.name).symbol") == op.symbol)
      if op.arity > 0 { try Self.compare(op, browser) }
    }
  }

  private static func compare(_ op: Op, _ browser: Browser) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../AutogradTests/Reference/operations/\(op.name).txt")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let list = rows.map { "\"\($0)\"" }.joined(separator: ",")
    let results = try browser.evaluate("results(Ops.\(op.name), [\(list)])").split(separator: "\n")
    #expect(results.count == rows.count && rows.count >= 200, "\(op)")
    for (row, result) in zip(rows, results) {
      let words = row.split(separator: " ")
      let operands = words.prefix((words.count - 1) / 2).map { number($0) ?? .nan }
      let expected = words.dropFirst(operands.count).map(number)
      let found = result.split(separator: " ").map { number($0) ?? .nan }
      #expect(found.count == expected.count)
      for (place, (found, wanted)) in zip(found, expected).enumerated() {
        guard let wanted else { continue }
        // The page takes no more digits where the logarithm cancels the largest operand.
        let isCancelled = op == .logSumExp && place == 0 && operands.allSatisfy { $0 < 0 }
        if isCancelled, abs(found - wanted) <= 1e-12 * min(1, -(operands.max() ?? 0)) { continue }
        // 1 − tanh² has the digits of 1, not its own: that is what sets it apart.
        if op == .spelledTanh, place == 1, abs(found - wanted) <= 1e-15 { continue }
        #expect(isNear(found, wanted), "\(op)(\(operands)), \(place): \(found), not \(wanted)")
      }
    }
  }

  private static func number(_ word: Substring) -> Double? {
    UInt64(word, radix: 16).map { Double(bitPattern: $0) }
  }

  /// Within 1e-12 of the number, or four of the smallest numbers where digits run out.
  private static func isNear(_ found: Double, _ wanted: Double) -> Bool {
    if found == wanted || found.isNaN || wanted.isNaN { return found.isNaN == wanted.isNaN }
    let limit = Double.greatestFiniteMagnitude
    let (a, b) = (max(min(found, limit), -limit), max(min(wanted, limit), -limit))
    return abs(a / 2 - b / 2) <= max(1e-12 * abs(b), 4 * .leastNonzeroMagnitude) / 2
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
