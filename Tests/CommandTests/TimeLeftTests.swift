import Testing

@testable import graphgrad

@Suite("Time left") struct TimeLeftTests {
  @Test(
    "it is said in the words people use",
    arguments: [
      (0.2, "1 s"), (59.6, "60 s"), (89, "89 s"), (90, "2 min"), (3_600, "60 min"),
      (5_400, "1 h 30 min"), (7_200, "2 h"), (172_800, "2 days"), (1e300, "over 1000 days"),
      (.infinity, "over 1000 days"),
    ])
  func words(_ seconds: Double, _ words: String) {
    #expect(TimeLeft.words(seconds: seconds) == words)
  }

  @Test("nothing is said before two seconds have passed, nor at the end") func silence() {
    #expect(TimeLeft.words(taken: 100, rest: 900, seconds: 1.9) == nil)
    #expect(TimeLeft.words(taken: 0, rest: 900, seconds: 10) == nil)
    #expect(TimeLeft.words(taken: 1_000, rest: 0, seconds: 10) == nil)
    #expect(TimeLeft.words(taken: 100, rest: 900, seconds: 2) == "18 s")
  }
}
