import Foundation
import GraphGradKit
import Testing

@Suite("The numbers of the page", .enabled(if: Browser.executable != nil), .serialized)
struct PageNumberTests {
  /// Lists of numbers from the page, in shortest decimals, which read back exactly.
  private static func numbers(_ text: String) -> [Double] {
    text.split(separator: ",").map { word in
      Double(word.replacing("Infinity", with: "inf").replacing("NaN", with: "nan")) ?? .nan
    }
  }

  /// Sums of large terms may cancel: then the terms are the measure.
  private static func isClose(_ a: Double, _ b: Double, scale: Double) -> Bool {
    a == b || (a.isNaN && b.isNaN) || abs(a - b) <= 1e-12 * max(abs(a), abs(b), scale)
  }

  @Test(
    "every value and gradient is the engine's, at five steps and five examples",
    arguments: ["yinyang", "dying-relu"])
  func values(_ sample: String) throws {
    let run = try RecordedRun.named(sample)
    let browser = try Browser()
    try browser.load(run.url.absoluteString)
    var trainer = run.trainer
    var worst = 0.0
    for index in [0, 7, 20, 41, run.recording.steps.count - 1] {
      let step = run.recording.steps[index]
      for example in 0..<5 {
        try browser.evaluate(
          "app.change({ number: \(step.number), example: { set: 'train', place: \(example) } })")
        let graph = try trainer.graph(
          of: trainer.split.train[example], step.state.parameters)
        let texts = try ["data", "gradients"].map { list in
          Self.numbers(
            try browser.evaluate(
              "Array.from(app.now.replay.program.order, "
                + "(node) => app.now.replay.\(list)[node]).join()"))
        }
        #expect(texts.allSatisfy { $0.count == graph.nodes.count })
        // What a sum of terms that cancel lost is lost to all gradients that are made of it.
        var terms = [Double](repeating: 0, count: graph.nodes.count)
        for node in graph.nodes.reversed() {
          let scale = max(terms[node.id], abs(node.gradient ?? 0))
          for (operand, slope) in zip(node.operands, node.derivatives) {
            terms[operand] = max(terms[operand], abs(slope) * scale)
          }
        }
        for node in graph.nodes {
          let inputs = node.operands.map { abs(graph.nodes[$0].data) }.max() ?? 0
          let isSum = ["add", "subtract"].contains(node.operation)
          #expect(Self.isClose(node.data, texts[0][node.id], scale: isSum ? inputs : 0))
          guard let gradient = node.gradient else { continue }
          #expect(
            Self.isClose(gradient, texts[1][node.id], scale: terms[node.id]),
            "\(node.id) \(gradient) \(texts[1][node.id])")
          if gradient != 0 {
            worst = max(worst, abs(gradient - texts[1][node.id]) / abs(gradient))
          }
        }
      }
    }
    print("\(sample): largest relative difference of a gradient \(worst)")
    #expect(browser.complaints.isEmpty)
  }

  @Test(
    "verdicts, reasons, updates and what is drawn are those of the command line",
    arguments: ["yinyang", "dying-relu"])
  func verdicts(_ sample: String) throws {
    let run = try RecordedRun.named(sample)
    let browser = try Browser()
    try browser.load(run.url.absoluteString)
    let trainer = run.trainer
    for index in [0, 7, 20, 41, run.recording.steps.count - 1] {
      let step = run.recording.steps[index]
      try browser.evaluate("app.change({ number: \(step.number) })")
      try browser.wait(until: "app.judgedKey === app.key")
      let activity = Activity(
        trainer.laneSet(step.state.parameters, over: trainer.split.train),
        history: try run.recording.history(to: index), measuringMeans: false)
      for (place, neuron) in activity.neurons.enumerated() {
        let name = "app.judged.neurons[\(place)]"
        #expect(try browser.evaluate("\(name).verdict") == neuron.verdict.rawValue)
        #expect(try browser.evaluate("\(name).reason") == neuron.reason)
        #expect(
          try browser.evaluate("\(name).findings.join()")
            == neuron.findings.map(\.rawValue).joined(separator: ","))
      }
      let readings = activity.readings(trainer.lane(trainer.probe.example))
      for (neuron, reading) in zip(activity.neurons, readings) {
        #expect(
          try browser.evaluate("app.now.readings.get('\(neuron.site.name)').reason")
            == reading.reason)
      }
      guard index + 1 < run.recording.steps.count else { continue }
      let update = Self.numbers(
        try browser.evaluate(
          "Array.from(Optimizer.update(app.run, app.steps, app.now.step, app.now.parameters, "
            + "app.now.training().gradients).movement).join()"))
      let next = run.recording.steps[index + 1].state.parameters
      for (place, before) in step.state.parameters.enumerated() {
        #expect(Self.isClose(next[place] - before, update[place], scale: abs(before)))
      }
    }
    #expect(browser.complaints.isEmpty)
  }

  @Test("the page moves parameters as each optimiser does, schedules included")
  func optimizers() throws {
    let browser = try Browser()
    for optimizer in [
      "{kind: sgd, learningRate: 0.1, momentum: {1: 0.5, 4: 0.9}}",
      "{kind: momentum, learningRate: {1: 0.05, 4: 0.1}, momentum: {1: 0.5, 3: 0.9}, "
        + "weightDecay: 0.002}",
    ] {
      let run = try RecordedRun("symmetry", settings: ["optimizer=\(optimizer)", "steps=6"])
      try browser.load(run.url.absoluteString)
      for (index, step) in run.recording.steps.dropLast().enumerated() {
        try browser.evaluate("app.change({ number: \(step.number) })")
        #expect(
          Self.isClose(
            Self.numbers(try browser.evaluate("app.now.training().loss"))[0], step.loss, scale: 0))
        let update = Self.numbers(
          try browser.evaluate(
            "Array.from(Optimizer.update(app.run, app.steps, app.now.step, app.now.parameters, "
              + "app.now.training().gradients).movement).join()"))
        let next = run.recording.steps[index + 1].state.parameters
        for (place, before) in step.state.parameters.enumerated() {
          #expect(Self.isClose(next[place] - before, update[place], scale: abs(before)))
        }
      }
    }
    #expect(browser.complaints.isEmpty)
  }

  @Test(
    "the page's drawing says what a picture of the command line says",
    arguments: [
      ("yinyang", "neurons"), ("yinyang", "scalar"), ("dying-relu", "neurons"),
      ("digits", "neurons"),
    ])
  func drawing(_ sample: String, _ kind: String) throws {
    let run = try RecordedRun.named(sample)
    let browser = try Browser()
    try browser.load(run.url.absoluteString)
    var trainer = run.trainer
    for (index, place) in [(3, 0), (20, 4), (run.recording.steps.count - 1, 7)] {
      let number = run.recording.steps[index].number
      try browser.evaluate(
        "app.change({ number: \(number), example: { set: 'train', place: \(place) }, "
          + "view: '\(kind)' })")
      try browser.wait(until: "app.judgedKey === app.key")
      let state = run.recording.state(at: index)
      trainer.use(state.parameters)
      let view = NetworkView(
        kind: kind == "neurons" ? .neurons : .scalar,
        subject: .example(try trainer.probe(.example(place + 1))))
      let history = try run.recording.history(to: index)
      let picture = try trainer.picture(of: state, view, history: history)
      let svg = String(
        decoding: try picture.drawing(caption: trainer.caption(of: state, view)).picture(.svg),
        as: UTF8.self)
      let expected = svg.matches(of: /<text class="[^"]*(?:d|g|t|w|s|k)(?: end)?"[^>]*>([^<]*)</)
        .map { String($0.output.1).replacing("&lt;", with: "<").replacing("&gt;", with: ">") }
      let shown = try browser.evaluate(
        "Array.from(document.querySelectorAll('#viewport g.node text, #viewport g.edge text, "
          + "#viewport g.cluster text'), (text) => text.textContent)"
          + ".join('\\n')")
      let shownTexts = shown.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      let missing = expected.filter { !shownTexts.contains($0) && $0 != " " }
      #expect(missing.isEmpty, "\(sample) \(kind) \(number): \(missing.prefix(8))")
      #expect(expected.count > 30)
      let classes = svg.matches(of: /<g id="g_([ne][0-9_a]+)" class="([^"]*)"/).map {
        "\($0.output.1) \($0.output.2)"
      }.sorted()
      let prefix = kind == "neurons" ? "n" : "v"
      let shownClasses = try browser.evaluate(
        "Array.from(document.querySelectorAll('#viewport g.node, #viewport g.edge'))"
          + ".filter((group) => /_[ne][0-9]/.test(group.id) && !group.classList.contains('absent'))"
          + ".map((group) => `${group.id.replace('\(prefix)_', '')} "
          + "${group.getAttribute('class')}`).join('\\n')"
      ).split(separator: "\n").map(String.init).sorted()
      if kind == "neurons" { #expect(classes == shownClasses) }
    }
    #expect(browser.complaints.isEmpty)
  }
}
