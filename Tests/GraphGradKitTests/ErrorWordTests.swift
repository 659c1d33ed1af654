import Foundation
import GraphGradKit
import Testing

@Suite("Errors say what is wrong") struct ErrorWordTests {
  private func words(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      #expect("\(error)" == error.localizedDescription)
      return "\(error)"
    }
  }

  @Test("in the library, with the place, as print and Foundation show them") func library() {
    #expect(
      words { _ = try ScalarExpression("a = 2; b = a *") }
        == "line 1, column 15: a number, a name or a bracket should stand here, not the end of the text"
    )
    #expect(
      words { _ = try Experiment(yaml: "steps: many") }.hasPrefix(
        "line 1, column 1: data is missing"))
    #expect(
      words { _ = try Recording(path: "/nonexistent/run.gradrec") } == "there is no such file")
    #expect(
      words { _ = try GraphFile(json: Array("{\"version\": 7}".utf8)) }.hasPrefix("line 1, column ")
    )
    let graph = Tape.recording { (Value(2, named: "a") * 3).graph() }
    #expect(
      words { _ = try Drawing(graph, folding: Folding(depth: .all, expanded: ["b"])) }
        .hasPrefix("b: there is no such scope"))
    #expect(
      words { _ = try Drawing(graph, sizeLimit: 1) }.contains(
        "fold its scopes with folding: Folding(depth: .level(1))"))
  }
}
