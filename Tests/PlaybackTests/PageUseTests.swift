import Foundation
import GraphGradKit
import Testing

@Suite("Using the page", .enabled(if: Browser.executable != nil), .serialized)
struct PageUseTests {
  private func step(_ browser: Browser) throws -> Int {
    Int(try browser.evaluate("app.now.step")) ?? -1
  }

  @Test("the clocks: play, pause, back, jump, slider and keys") func clocks() throws {
    let run = try RecordedRun.yinYang.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString)
    let last = run.recording.steps.count - 1
    #expect(try step(browser) == last)
    try browser.click("#first")
    #expect(try step(browser) == 0)
    #expect(
      try browser.evaluate("document.getElementById('status').textContent")
        == "step 1 of 100 · training loss 1.0122")
    try browser.click("#play")
    #expect(
      try browser.evaluate("document.getElementById('play').getAttribute('aria-label')") == "Pause")
    try browser.wait(until: "app.now.step >= 3")
    try browser.click("#play")
    let paused = try step(browser)
    #expect(paused >= 3 && paused < last)
    usleep(300_000)
    #expect(try step(browser) == paused)
    try browser.click("#back")
    #expect(try step(browser) == paused - 1)
    try browser.evaluate("document.activeElement.blur()")
    for (key, expected) in [
      ("ArrowRight", paused), ("ArrowLeft", paused - 1), ("Home", 0), ("End", last),
    ] {
      try browser.press(key)
      #expect(try step(browser) == expected, "\(key)")
    }
    try browser.press(" ")
    try browser.wait(until: "app.controls.playing === 'outer' && app.now.step < 30")
    try browser.press(" ")
    #expect(try browser.evaluate("app.controls.playing") == "null")
    try browser.evaluate("document.getElementById('step').focus()")
    let before = try step(browser)
    try browser.press("ArrowRight")
    #expect(try step(browser) == before + 1, "the slider moves by the keyboard")
    #expect(browser.complaints.isEmpty)
  }

  @Test("inside a step: forward, loss, backward, update") func inside() throws {
    let run = try RecordedRun.dyingReLU.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString + "#step=20&view=neurons&by=neuron&inside=0")
    let words = "document.getElementById('inner-words').textContent"
    #expect(try browser.evaluate(words) == "forward 1 of 19")
    #expect(
      try browser.evaluate("document.querySelectorAll('#viewport .node.pending').length") == "18")
    try browser.press(".")
    #expect(try browser.evaluate(words) == "forward 2 of 19")
    try browser.screenshot("inside-forward")
    for (stop, expected) in [(18, "forward 19 of 19"), (19, "loss"), (20, "backward 1 of 19")] {
      try browser.evaluate("app.goInside(\(stop))")
      #expect(try browser.evaluate(words) == expected)
    }
    let text = "document.getElementById('arithmetic').textContent"
    #expect(try browser.evaluate(text).hasPrefix("backward · loss: ∂L/∂"))
    try browser.evaluate("app.change({ view: 'scalar', by: 'operation', inner: 0 })")
    try browser.evaluate("app.goInside(app.now.inner.stops.length - 6)")
    try browser.screenshot("inside-backward")
    #expect(try browser.evaluate(text).contains(" = "))
    // With the last stop of the backward pass everything is known, and it is what the whole step is.
    try browser.evaluate("app.goInside(app.now.inner.stops.length - 2)")
    let boxes =
      "Array.from(document.querySelectorAll('#viewport .d, #viewport .g'), (t) => t.textContent).join()"
    let whole = try browser.evaluate(boxes)
    try browser.evaluate("app.goInside(-1)")
    #expect(try browser.evaluate(boxes) == whole)
    try browser.evaluate("app.goInside(app.now.inner.stops.length - 1)")
    #expect(try browser.evaluate(words) == "update")
    let place = try browser.evaluate("app.network.parameterNames.indexOf('layer1/neuron2/w1')")
    let next = run.recording.steps[20].state.parameters[Int(place) ?? 0]
    #expect(
      try browser.evaluate("Numbers.text(app.now.next[\(place)])") == NumberFormat.text(for: next))
    try browser.evaluate("document.activeElement.blur()")
    for _ in 0..<2 { try browser.press(",") }
    #expect(try browser.evaluate(words).hasPrefix("backward"))
    #expect(browser.complaints.isEmpty)
  }

  @Test("choosing an example: by number, typed in, clicked in the plane") func examples() throws {
    let run = try RecordedRun.yinYang.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString + "#example=train:1")
    let inputs = "app.now.example.inputs.join()"
    #expect(
      try browser.evaluate(inputs)
        == run.trainer.split.train[0].inputs.map { "\($0)" }
        .joined(separator: ","))
    try browser.click("#example-forth")
    #expect(try browser.evaluate("app.state.example.place") == "1")
    try browser.type("17", into: "#example")
    #expect(try browser.evaluate("app.state.example.place") == "16")
    try browser.type("0.5", into: "#inputs input")
    #expect(try browser.evaluate("app.now.example.inputs[0]") == "0.5")
    #expect(try browser.evaluate("document.getElementById('set').value") == "")
    #expect(try browser.evaluate("app.now.example.isPredicted") == "true")
    let box = try browser.evaluate(
      "(() => { const p = document.getElementById('plane'); p.scrollIntoView({block:'center'}); "
        + "const b = p.getBoundingClientRect(); return [b.left, b.top, b.width].join(' '); })()"
    ).split(separator: " ").compactMap { Double($0) }
    try browser.click(x: box[0] + box[2] / 2, y: box[1] + box[2] / 2)
    let middle = "app.plane.frame.map(({ low, high }) => (low + high) / 2)"
    #expect(
      try browser.evaluate(
        "\(middle).every((m, i) => Math.abs(m - app.now.example.inputs[i]) < 0.02)") == "true")
    #expect(browser.complaints.isEmpty)
  }

  @Test("what if: a neuron set to 0, a weight changed, and everything undone") func whatIf() throws
  {
    let run = try RecordedRun.dyingReLU.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString + "#step=20")
    let trainer = run.trainer
    let parameters = run.recording.steps[19].state.parameters
    let activity = Activity(
      trainer.laneSet(parameters, over: trainer.split.train), measuringMeans: false)
    let neuron = try #require(activity.neurons.firstIndex { $0.verdict == .active })
    let effect = activity.neurons[neuron].measurement.removal.loss
    try browser.click("#panel-neurons tbody tr:nth-child(\(neuron + 1)) input")
    let change = Double(try browser.evaluate("app.judged.loss")).map { $0 - activity.loss }
    #expect(abs((change ?? 0) - effect) < 1e-12, "the loss changes by the neuron's effect")
    #expect(effect != 0)
    try browser.screenshot("what-if")
    #expect(
      try browser.evaluate("document.getElementById('change-list').textContent")
        .contains("\(activity.neurons[neuron].site.name) set to 0"))
    try browser.click("#undo")
    #expect(try browser.evaluate("app.now.loss === app.steps.losses[19]") == "true")

    try browser.click("#tab-optimiser")
    // The first weight of the active neuron; those of dead ones change nothing.
    let name = "\(activity.neurons[neuron].site.name)/w1"
    let place = try #require(trainer.parameterNames.firstIndex(of: name))
    try browser.type("0.25", into: "#panel-optimiser tbody tr:nth-child(\(place + 1)) input")
    var edited = parameters
    edited[place] = 0.25
    var copy = trainer
    let expected = copy.evaluate(trainer.split.train, edited).loss
    try browser.wait(until: "app.judgedKey === app.key")
    let loss = try #require(Double(try browser.evaluate("app.now.loss")))
    #expect(abs(loss - expected) < 1e-12 * expected)
    #expect(expected != run.recording.steps[19].loss)
    // An address made now shows the same after a reload.
    try browser.evaluate("app.writeAddress()")
    let address = try browser.evaluate("location.href")
    let fragment = address.split(separator: "#").last ?? ""
    #expect(fragment.contains("set=\(place)%3A0.25") && fragment.contains("step=20"))
    try browser.load(address)
    #expect(try browser.evaluate("app.now.loss") == "\(loss)")
    #expect(try browser.evaluate("document.getElementById('tab-optimiser').ariaSelected") == "true")
    #expect(browser.complaints.isEmpty)
  }

  @Test("neurons light up, deaths lead to their step, boxes are reached by the keyboard")
  func selection() throws {
    let run = try RecordedRun.dyingReLU.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString)
    try browser.click("#tab-timeline")
    try browser.screenshot("timeline")
    let event = try #require(run.recording.history(to: run.recording.steps.count - 1).events.first)
    try browser.click("#events button")
    #expect(try step(browser) == event.column)
    let name = run.trainer.neuronNames[event.neuron]
    #expect(try browser.evaluate("app.state.selected") == name)
    #expect(
      try browser.evaluate("document.querySelectorAll('#viewport .node.selected').length") == "1")
    try browser.press("Escape")
    try browser.evaluate("document.getElementById('n_n3').focus()")
    #expect(try browser.evaluate("document.getElementById('tip').hidden") == "false")
    try browser.press("Enter")
    #expect(try browser.evaluate("app.state.selected") == "layer1/neuron2")
    try browser.evaluate("app.select(null)")
    let scale = Double(try browser.evaluate("app.stage.place.scale")) ?? 0
    try browser.click("#zoom-in")
    #expect((Double(try browser.evaluate("app.stage.place.scale")) ?? 0) > scale)
    #expect(browser.complaints.isEmpty)
  }

  @Test("the saved drawing is a whole SVG with its sentences") func saving() throws {
    let run = try RecordedRun.dyingReLU.get()
    let browser = try Browser()
    try browser.load(run.url.absoluteString + "#step=20&view=scalar")
    let svg = try browser.evaluate("app.stage.file()")
    #expect(svg.contains("<title>") && !svg.contains("aria-hidden") && !svg.contains("<script"))
    #expect(
      try browser.evaluate(
        "new DOMParser().parseFromString(app.stage.file(), 'image/svg+xml')"
          + ".querySelector('parsererror') === null") == "true")
  }

  @Test(
    "nothing is cut off on a large screen, on a phone and in the dark",
    arguments: [(1280, 800, false), (390, 844, false), (1280, 800, true), (390, 844, true)])
  func sizes(_ width: Int, _ height: Int, _ isDark: Bool) throws {
    for sample in ["yinyang", "dying-relu"] {
      let run = try RecordedRun.named(sample)
      let browser = try Browser(width: width, height: height)
      try browser.resize(width, height)
      try browser.setDark(isDark)
      for (name, fragment) in [
        ("neurons", "step=20"), ("timeline", "tab=timeline&view=scalar"),
        ("loss", "tab=loss&step=40"), ("optimiser", "tab=optimiser&step=3&inside=12"),
      ] {
        try browser.load("\(run.url.absoluteString)#\(fragment)")
        #expect(
          try browser.evaluate("document.documentElement.scrollWidth <= innerWidth") == "true",
          "\(sample) \(name) \(width) is wider than the screen")
        try browser.screenshot("\(sample)-\(name)-\(width)\(isDark ? "-dark" : "")")
      }
      #expect(browser.complaints.isEmpty)
    }
  }

  @Test("the page is one file below 600 KB that loads nothing") func file() throws {
    let run = try RecordedRun.yinYang.get()
    #expect(run.page.html.count < 600_000)
    let text = String(decoding: run.page.html, as: UTF8.self)
    let references = text.matches(of: /(?:src|href|url\()\s*=?\s*["']?(?:https?:)?\/\//)
    #expect(references.isEmpty)
    #expect(
      !text.contains("import(") && !text.contains("fetch(") && !text.contains("XMLHttpRequest"))
  }
}
