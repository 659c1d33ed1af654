import Foundation
import GraphGradKit
import Testing

@Suite("Animated SVG") struct AnimationTests {
  private static func film(
    _ sample: String, _ kind: ViewDescription.Kind, every: Int
  ) throws -> (frames: [String], animation: [UInt8]) {
    let run = try RecordedRun.named(sample)
    var trainer = run.trainer
    var view = trainer.view
    view.kind = kind
    let history = try run.recording.history(to: run.recording.steps.count - 1)
    var film: [(network: NetworkPicture, caption: Caption)] = []
    for index in stride(from: 0, to: run.recording.steps.count, by: every) {
      let state = run.recording.state(at: index)
      let picture = try trainer.picture(of: state, view, history: history.prefix(index + 1))
      film.append((picture, trainer.caption(of: state, view)))
    }
    let drawing = try film[0].network.drawing(caption: film[0].caption)
    let frames = try film.map {
      String(
        decoding: try drawing.picture(.svg, of: $0.network, caption: $0.caption), as: UTF8.self)
    }
    return (frames, try drawing.animation(film, framesPerSecond: 8))
  }

  /// The texts of an SVG, sorted.
  private static func texts(_ svg: String) -> [String] {
    svg.matches(of: /<text[^>]*>([^<]*)</).map { String($0.output.1) }.sorted()
  }

  @Test("it has no script, no outside reference, and a few hundred KB") func safety() throws {
    let (_, bytes) = try Self.film("yinyang", .neurons, every: 1)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.count < 560_000)
    let sampled = try Self.film("yinyang", .neurons, every: 2).animation
    #expect(sampled.count < 300_000)
    #expect(!text.contains("<script") && !text.contains("foreignObject"))
    #expect(text.matches(of: /https?:/).count == 1, "the namespace alone")
    let ids = text.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for use in text.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(use.output.1))) }
  }

  @Test(
    "at its time each frame shows the words of that frame and no others; at rest it is the last",
    .enabled(if: Browser.executable != nil),
    arguments: [("yinyang", ViewDescription.Kind.neurons, 11), ("dying-relu", .scalar, 29)])
  func times(_ sample: String, _ kind: ViewDescription.Kind, _ every: Int) throws {
    let (frames, bytes) = try Self.film(sample, kind, every: every)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString).svg")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let browser = try Browser()
    try browser.send("Page.navigate", ["url": file.absoluteString])
    try browser.wait(until: "document.documentElement?.tagName === 'svg'")
    let visible = """
      Array.from(document.querySelectorAll('text')).filter((text) => {
        for (let element = text; element; element = element.parentElement) {
          if (getComputedStyle(element).opacity === '0') return false;
        }
        return true;
      }).map((text) => text.textContent).join('\\n')
      """
    func shown() throws -> [String] {
      try browser.evaluate(visible).split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init).sorted()
    }
    func plain(_ frame: String) -> [String] {
      Self.texts(frame).map {
        $0.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
          "&#160;", with: "\u{A0}"
        )
        .replacing("&#45;", with: "-").replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
      }.sorted()
    }
    #expect(try browser.evaluate("document.getAnimations().length > 20") == "true")
    for (place, frame) in frames.enumerated() {
      try browser.evaluate(
        "document.getAnimations().forEach((one) => { one.pause(); "
          + "one.currentTime = \((Double(place) + 0.5) * 125); })")
      let (found, wanted) = (try shown(), plain(frame))
      #expect(
        found == wanted,
        "\(sample) frame \(place): \(found.filter { !wanted.contains($0) }.prefix(5)), not \(wanted.filter { !found.contains($0) }.prefix(5))"
      )
    }
    try browser.send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-reduced-motion", "value": "reduce"]]])
    #expect(try shown() == plain(frames[frames.count - 1]))
    #expect(try browser.evaluate("document.getAnimations().length") == "0")
  }
}
