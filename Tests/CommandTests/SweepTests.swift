import Foundation
import Testing

@Suite("graphgrad sweep, and frames of expressions") struct SweepTests {
  /// The columns of a CSV file by name.
  private static func columns(_ text: String) -> [String: [Double]] {
    let lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    var columns: [String: [Double]] = [:]
    for (place, name) in lines[0].enumerated() {
      columns[name] = lines.dropFirst().compactMap { Double($0[place]) }
    }
    return columns
  }

  private static func sweep(_ sample: String, _ range: String, _ count: Int) throws
    -> [String: [Double]]
  {
    let outcome = try Tool.run(
      "sweep", "Samples/\(sample).grad", "--over", range, "--count", "\(count)", "--csv", "-")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let columns = columns(outcome.output)
    #expect(columns.values.allSatisfy { $0.count == count })
    return columns
  }

  @Test("the temperature answers to the fan as published: 3.49 °C for each rotation a minute")
  func temperature() throws {
    let columns = try Self.sweep("physics-temperature", "s=2..6", 17)
    let (speeds, slopes) = try (#require(columns["s"]), #require(columns["d(T)/d(s)"]))
    for (speed, slope) in zip(speeds, slopes) {
      let hour = 24 / speed
      let expected = 10 * cos(.pi * hour / 12) * .pi / 12 * (-24 / (speed * speed))
      #expect(abs(slope - expected) < 1e-12 * max(1, abs(expected)))
    }
    let published = try #require(speeds.firstIndex(of: 3))
    #expect(abs(slopes[published] - 3.49) < 0.005)
  }

  @Test("the fuel answers to the engine as published: 0.25 litres an hour") func fuel() throws {
    let columns = try Self.sweep("physics-fuel", "r=1000..5000", 9)
    let (speeds, slopes) = try (#require(columns["r"]), #require(columns["d(F)/d(r)"]))
    for (speed, slope) in zip(speeds, slopes) {
      #expect(abs(slope - (0.2 * 0.02 * speed + 0.5) * 0.02) < 1e-15)
    }
    let published = try #require(speeds.firstIndex(of: 3000))
    #expect(slopes[published] == 0.25)
  }

  @Test("the tyre over 70 laps, by its formula and by central differences") func tyre() throws {
    func condition(_ lap: Double) -> Double {
      let wave = 0.5 * (1 + sin(2 * .pi * lap / 70))
      return 100 - (0.05 + 0.0005 * (25 + 10 * wave) + 0.0002 * (40 + 40 * wave)) * lap
    }
    let columns = try Self.sweep("physics-tyre", "lap=0..70", 71)
    #expect(try #require(columns["lap"]) == (0...70).map(Double.init))
    for lap in 0...70 {
      let lapNumber = Double(lap)
      #expect(abs(try #require(columns["condition"])[lap] - condition(lapNumber)) < 1e-12)
      let difference = (condition(lapNumber + 1e-4) - condition(lapNumber - 1e-4)) / 2e-4
      #expect(abs(try #require(columns["d(condition)/d(lap)"])[lap] - difference) < 1e-8)
      let byHumidity = try #require(columns["d(condition)/d(humidity)"])[lap]
      #expect(abs(byHumidity + 0.0002 * lapNumber) < 1e-15)
    }
  }

  @Test("the table shows what CSV holds, and a frame is drawn for each number") func frames() throws
  {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      "sweep", "-e", "x=0; k=2; L = relu(k*x - 1)", "--over", "x=-1..2", "--count", "4", "--set",
      "k=3", "--csv", scratch.file("a.csv"), "-o", scratch.file("frames"))
    #expect(outcome.code == 0)
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.map { $0[1] } == ["L", "0.0", "0.0", "2.0", "5.0"])
    let csv = try String(contentsOf: scratch.url("a.csv"), encoding: .utf8)
    #expect(csv.hasPrefix("x,L,d(L)/d(x),k,d(L)/d(k)\n-1.0,0.0,0.0,3.0,0.0\n"))
    #expect(csv.hasSuffix("\n2.0,5.0,3.0,3.0,2.0\n"))
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.file("frames"))
    #expect(files.sorted() == (1...4).map { "sweep-\($0).svg" })
    let last = try String(contentsOf: scratch.url("frames/sweep-4.svg"), encoding: .utf8)
    #expect(last.contains("x = 2.0000") && last.contains(">5.0000<"))
  }

  @Test("frames of an expression show the chain rule operation by operation") func chainRule()
    throws
  {
    let scratch = try Scratch()
    let sample = "Samples/backpropagation.grad"
    let outcome = try Tool.run("frames", sample, "-o", scratch.file("frames"))
    #expect(outcome.code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.file("frames"))
    #expect(files.sorted() == (1...7).map { "inside-\($0).svg" })
    let first = try String(contentsOf: scratch.url("frames/inside-5.svg"), encoding: .utf8)
    #expect(first.contains("−2.00 = −2.00 × 1.00") && first.contains("4.00 = 4.00 × 1.00"))
    let last = try String(contentsOf: scratch.url("frames/inside-7.svg"), encoding: .utf8)
    #expect(last.contains("6.00 = −3.00 × −2.00") && last.contains("−4.00 = 2.00 × −2.00"))
    let animated = try Tool.run("animate", sample, "--speed", "1", "-o", scratch.file("a.svg"))
    #expect(animated.code == 0)
    for option in [["--inside", "2"], ["--by", "layer"], ["--view", "scalar"]] {
      for command in ["frames", "animate"] {
        let wrong = try Tool.run(
          Tool.path, [command, sample, "-o", scratch.file("b")] + option)
        #expect(wrong.code == 2 && wrong.errors.contains("go with recordings"))
      }
    }
  }

  @Test(
    "wrong input: a message and exit code 2",
    arguments: [
      (["--over", "q=1..2"], "--over q: error: only a name that is assigned a plain number"),
      (["--over", "x=1"], "Error: The value 'x=1' is invalid"),
      (["--over", "x=1..nan"], "Error: The value 'x=1..nan' is invalid"),
      (["--over", "x=1..2", "--count", "1"], "--count 1: error: this should be from 2"),
      (["--over", "y=1..2"], "--over y: error: only a name"),
      (["--over", "x=1..2", "--root", "q"], "--root q: error: there is no value q"),
    ])
  func wrong(_ options: [String], _ message: String) throws {
    let outcome = try Tool.run(Tool.path, ["sweep", "-e", "x=1; y=x*x"] + options)
    #expect(outcome.code == 2 && outcome.errors.hasPrefix(message), "\(outcome.errors)")
  }
}
