/// Times closures, and adds up what they return so that no work can be optimised away.
struct Stopwatch {
  /// The sum of all numbers returned.
  private(set) var checksum = 0.0

  /// Short work is done so often that a repetition lasts this many seconds.
  private static let target = 0.02

  /// The time that `body` takes once, after doing it twice without counting.
  mutating func time(
    _ repetitions: Int, _ body: () throws -> Double
  ) rethrows -> Measurement {
    _ = try seconds(1, body)
    let calls = max(1, Int(Self.target / max(try seconds(1, body), 1e-9)))
    var measured: [Double] = []
    for _ in 0..<repetitions { measured.append(try seconds(calls, body) / Double(calls)) }
    return Measurement(seconds: measured)
  }

  private mutating func seconds(_ calls: Int, _ body: () throws -> Double) rethrows -> Double {
    let start = ContinuousClock.now
    for _ in 0..<calls { checksum += try body() }
    return (ContinuousClock.now - start) / .seconds(1)
  }
}
