import Foundation
import GraphGradKit
import Testing

@Suite("Parts of other pages", .enabled(if: Browser.executable != nil), .serialized)
struct FragmentTests {
  private static func page(_ body: [UInt8]) throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString).html")
    let head = "<!doctype html><meta charset=utf-8><style>button{color:red}</style>"
    try Data(Array(head.utf8) + body).write(to: url)
    return url
  }

  /// Opens a page that is not one of ours.
  private static func browser(_ body: [UInt8], until condition: String) throws -> Browser {
    let url = try page(body)
    defer { try? FileManager.default.removeItem(at: url) }
    let browser = try Browser()
    try browser.send("Page.navigate", ["url": url.absoluteString])
    try browser.wait(until: condition)
    return browser
  }

  @Test("two players on a page: each plays by itself, as high as it is, and neither leaks a name")
  func players() throws {
    let pages = try [RecordedRun.yinYang.get(), RecordedRun.dyingReLU.get()].map(\.page)
    let browser = try Self.browser(
      pages.flatMap(\.fragment),
      until: "frames.length === 2 && Boolean(frames[0].app?.now && frames[1].app?.now)")
    try browser.evaluate("frames[0].document.getElementById('first').click()")
    #expect(try browser.evaluate("frames[0].app.now.step") == "0")
    #expect(try browser.evaluate("frames[1].app.now.step") == "60")
    #expect(try browser.evaluate("'app' in window || 'Numbers' in window") == "false")
    #expect(try browser.evaluate("document.body.children.length") == "2")
    try browser.wait(
      until: "[...document.querySelectorAll('iframe')].every((frame) => "
        + "frame.offsetHeight === frame.contentDocument.body.offsetHeight)")
    #expect(
      try browser.evaluate(
        "getComputedStyle(frames[0].document.getElementById('play')).color") != "rgb(255, 0, 0)")
    // The address is remembered a quarter of a second later; a frame has none.
    usleep(400_000)
    #expect(try browser.evaluate("frames[0].location.href") == "about:srcdoc")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  /// Five kinds of drawing of one network.
  private static func drawings() throws -> [[UInt8]] {
    let run = try RecordedRun.yinYang.get()
    var trainer = run.trainer
    let state = run.recording.state(at: 40)
    let history = try run.recording.history(to: 40)
    let caption = Caption(title: "t")
    var pictures: [[UInt8]] = []
    for kind in [ViewDescription.Kind.neurons, .scalar] {
      let view = NetworkView(kind: kind, subject: .example(trainer.probe))
      let picture = try trainer.picture(of: state, view, history: history)
      pictures.append(try picture.drawing(caption: caption).picture(.svg))
      let moments = picture.moments(by: .layer).map { (network: $0, caption: caption) }
      let drawing = try moments[0].network.drawing(caption: caption)
      pictures.append(
        kind == .neurons
          ? try drawing.animation(moments, framesPerSecond: 1)
          : try drawing.picture(.svg, of: moments[1].network, caption: caption))
    }
    return pictures + [try Drawing(Diagram(history, caption: caption)).picture(.svg)]
  }

  @Test("five inline drawings of different kinds look as they do alone, in light and dark")
  func inline() throws {
    let drawings = try Self.drawings().map { String(decoding: $0, as: UTF8.self) }
    let alone = drawings.map { svg in
      let text = svg.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
      return "<iframe srcdoc='\(text)'></iframe>"
    }
    let together = drawings.enumerated().map { place, svg in
      String(decoding: InlineSVG.make(Array(svg.utf8), prefix: "d\(place)"), as: UTF8.self)
    }
    let body = "<main>\(together.joined())</main>\(alone.joined())"
    let browser = try Self.browser(
      Array(body.utf8),
      until: "document.readyState === 'complete' && frames.length === 5 "
        + "&& [0, 1, 2, 3, 4].every((i) => frames[i].document.querySelector('svg'))")
    try browser.evaluate(
      """
      (() => { window.looks = (svg) => [...svg.querySelectorAll("g, path, polygon, text, rect, use")]
        .map((element) => { const style = element.ownerDocument.defaultView.getComputedStyle(element);
          return ["fill", "stroke", "strokeWidth", "strokeDasharray", "display", "font", "textAnchor",
            "animationDuration"].map((name) => style[name]).join("|"); }); })()
      """)
    for isDark in [false, true] {
      try browser.setDark(isDark)
      try browser.screenshot("inline-\(isDark ? "dark" : "light")")
      let differences = try browser.evaluate(
        """
        [...document.querySelectorAll("main > svg")].map((svg, i) => {
          const [here, alone] = [looks(svg), looks(frames[i].document.querySelector("svg"))];
          return here.length > 20 && here.join() === alone.join() ? "" : `drawing ${i} `; }).join("")
        """)
      #expect(differences.isEmpty)
      let ground = "getComputedStyle(document.querySelector('main polygon')).fill"
      #expect(try browser.evaluate(ground) == (isDark ? "rgb(15, 20, 27)" : "rgb(255, 255, 255)"))
    }
    let ids = "[...document.querySelectorAll('[id]')].map((element) => element.id)"
    #expect(try browser.evaluate("\(ids).length > 300") == "true")
    #expect(try browser.evaluate("\(ids).length - new Set(\(ids)).size") == "0")
  }
}
