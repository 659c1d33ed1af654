import Foundation
import Graphviz
import Testing

@Suite("libgvc in process", .serialized) struct LayoutTests {
  private static let small = "digraph g { a [id=na]; b; a -> b [id=e]; }"

  @Test(
    "every format comes out as what it is",
    arguments: [
      (.svg, "<?xml"), (.png, "\u{89}PNG"), (.pdf, "%PDF-"), (.dot, "digraph g"),
    ] as [(PictureFormat, String)])
  func formats(_ format: PictureFormat, _ start: String) throws {
    let layout = try Layout(dot: Self.small, rendering: [format])
    let head = layout.pictures[0].prefix(start.unicodeScalars.count)
    #expect(Array(head) == start.unicodeScalars.map { UInt8($0.value) })
  }

  @Test("the same text gives the same bytes, and places for what has an id") func determinism()
    throws
  {
    let first = try Layout(dot: Self.small, rendering: [.svg, .png])
    let second = try Layout(dot: Self.small, rendering: [.svg, .png])
    #expect(first.pictures == second.pictures && first.placement == second.placement)
    #expect(first.placement["na"]?["pos"] != nil && first.placement["e"]?["pos"] != nil)
  }

  @Test("a syntax error carries libgvc's message with the line", arguments: 0..<3)
  func syntax(_ again: Int) {
    // What stands after a graph's end must not be counted with the next text.
    _ = try? Layout(dot: "digraph g { }\n\n", rendering: [])
    #expect {
      try Layout(dot: "digraph g {\n a -> ;\n}\n", rendering: [.svg])
    } throws: { error in
      guard case .layout(let message)? = error as? GraphvizError else { return false }
      return message.contains("syntax error") && message.contains("line 2")
    }
  }

  @Test("what libgvc only grumbles about is an error too") func grumbles() {
    #expect(throws: GraphvizError.self) {
      try Layout(dot: "digraph g { a [label=<<b>x</a>>]; }", rendering: [.svg])
    }
    #expect(throws: GraphvizError.self) { try Layout(dot: "", rendering: [.svg]) }
    #expect(throws: GraphvizError.self) { try Layout(dot: "digraph { } ]", rendering: [.svg]) }
    #expect(throws: GraphvizError.embeddedNul) {
      try Layout(dot: "digraph g { a\0 }", rendering: [.svg])
    }
    #expect(throws: Never.self) { try Layout(dot: Self.small, rendering: [.svg]) }
  }

  @Test("many threads may draw at once") func threads() async throws {
    let expected = try Layout(dot: Self.small, rendering: [.svg]).pictures
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask { (try? Layout(dot: Self.small, rendering: [.svg]).pictures) == expected }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  #if os(Linux)
    @Test("10,000 renders leave nothing behind, failures included") func memory() async {
      // In a process of its own: the other tests' memory is not counted.
      await #expect(processExitsWith: .success) {
        func render(_ count: Int) throws {
          for index in 0..<count {
            _ = try Layout(dot: "digraph g { a -> b }", rendering: [.svg])
            if index % 10 == 0 { _ = try? Layout(dot: "digraph {", rendering: [.svg]) }
          }
        }
        try render(500)
        let before = try residentKilobytes()
        try render(9_500)
        let growth = try residentKilobytes() - before
        // A forgotten agclose costs at least 2 kB of each render: 19 MB.
        precondition(growth < 6_000, "\(growth) kB more after 9,500 renders")
      }
    }
  #endif
}

#if os(Linux)
  private func residentKilobytes() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    return try #require(Int(text.split(separator: " ")[1])) * 4
  }
#endif
