import Foundation
import GraphGradKit
import Testing

@Suite("Pages of unusual runs", .enabled(if: Browser.executable != nil), .serialized)
struct PageOddTests {
  private static func url(_ recording: Recording) throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString).html")
    try Data(PlayerPage(recording).html).write(to: url)
    return url
  }

  private static func recording(yaml: String) throws -> Recording {
    var trainer = try Trainer(Experiment(yaml: yaml))
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString).gradrec").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try RecordingWriter(path: path, of: trainer)
    while let step = trainer.next() { try writer.add(RecordedStep(step)) }
    return try Recording(path: path)
  }

  /// Every tab, view and clock of a page, without an error.
  private static func tour(_ recording: Recording) throws -> Browser {
    let url = try url(recording)
    defer { try? FileManager.default.removeItem(at: url) }
    let browser = try Browser()
    try browser.load(url.absoluteString)
    for view in ["neurons", "scalar"] {
      for tab in ["neurons", "timeline", "loss", "optimiser"] {
        try browser.evaluate("app.change({ view: '\(view)', tab: '\(tab)' })")
        try browser.evaluate("app.go(0)")
        for by in ["operation", "neuron", "layer"] {
          try browser.evaluate("app.change({ by: '\(by)', inner: -1 })")
          try browser.evaluate(
            "(() => { for (let i = 0; i < app.now.inner.stops.length; i += 3) app.goInside(i); "
              + "app.goInside(1e9); app.goInside(-1); })()")
        }
      }
    }
    try browser.evaluate("app.stage.file().length")
    #expect(browser.complaints.isEmpty, "\(browser.complaints.first ?? "")")
    return browser
  }

  @Test("names of any kind stay names") func names() throws {
    let nasty = ["</script><script>alert(1)</script>", "\"a\" & 'b' <i>", "🙂\n\\u003c ${x}"]
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString).gradrec").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Tape.recording {
      var random = Xorshift64Star(seed: 4)
      let model = MLP(
        inputs: 2, layers: [2, 3], activation: .relu, initialization: .uniform, random: &random)
      let data = Dataset(
        inputNames: Array(nasty.prefix(2)), classNames: nasty,
        examples: (0..<6).map {
          Example(
            inputs: [Double($0), 1 - Double($0)], target: .label($0 % 3), name: nasty[$0 % 3])
        })
      let recorder = try Recorder(
        path, named: nasty[0], data: data, parameters: model.parameters, loss: .crossEntropy
      ) { model($0) }
      try recorder.add()
    }
    let browser = try Self.tour(Recording(path: path))
    #expect(try browser.evaluate("document.getElementById('name').textContent") == nasty[0])
    #expect(try browser.evaluate("app.network.run.classNames[2]") == nasty[2])
    #expect(try browser.evaluate("document.querySelectorAll('script').length") == "2")
  }

  @Test(
    "other losses, three inputs, plain descent, one step, and numbers that are not finite",
    arguments: [
      "data: {kind: moons, count: 20}\nmodel: {layers: [3, 1], activation: relu}\nloss: hinge\n"
        + "l2: 0.01\noptimizer: {kind: sgd, learningRate: 0.5, momentum: 0.9}\nsteps: 8",
      "data: {kind: circles, count: 20}\nmodel: {layers: [3, 1], activation: gelu}\n"
        + "loss: binaryCrossEntropy\noptimizer: {kind: adam, learningRate: 0.05}\nsteps: 8",
      "data: {kind: yinyang, count: 20}\nmodel: {layers: [3], activation: tanh}\n"
        + "loss: crossEntropy\noptimizer: {kind: adamw, learningRate: 0.1}\nsteps: 1",
      "data: {kind: blobs, count: 20}\nmodel: {layers: [4, 2], activation: relu}\n"
        + "loss: meanSquaredError\noptimizer: {kind: sgd, learningRate: 1e200}\nsteps: 5",
    ])
  func kinds(_ yaml: String) throws {
    let recording = try Self.recording(yaml: yaml)
    let browser = try Self.tour(recording)
    let trainer = try recording.trainer()
    for (index, step) in recording.steps.enumerated() where index % 3 == 0 {
      try browser.evaluate("app.change({ number: \(step.number) })")
      let activity = Activity(
        trainer.laneSet(step.state.parameters, over: trainer.split.train),
        history: try recording.history(to: index), measuringMeans: false)
      let verdicts = try browser.evaluate("app.judged.neurons.map((one) => one.verdict).join()")
      #expect(verdicts == activity.neurons.map(\.verdict.rawValue).joined(separator: ","))
      let loss = try browser.evaluate("app.now.training().loss")
      let number = Double(loss.replacing("NaN", with: "nan").replacing("Infinity", with: "inf"))
      let isSame = number == step.loss || (step.loss.isNaN && number?.isNaN == true)
      #expect(isSame || abs((number ?? 0) - step.loss) <= 1e-12 * abs(step.loss), "\(loss)")
    }
  }

  @Test("a network too large to draw has a page of tables and plots") func large() throws {
    let recording = try Self.recording(
      yaml: "data: {kind: moons, count: 12}\nmodel: {layers: [40, 40, 2], activation: relu}\n"
        + "loss: crossEntropy\noptimizer: {kind: sgd, learningRate: 0.1}\nsteps: 2")
    let url = try Self.url(recording)
    defer { try? FileManager.default.removeItem(at: url) }
    let browser = try Browser()
    try browser.load(url.absoluteString)
    #expect(try browser.evaluate("document.getElementById('view-scalar').disabled") == "true")
    try browser.wait(until: "app.judgedKey === app.key")
    #expect(try browser.evaluate("app.judged.neurons.length") == "80")
    #expect(browser.complaints.isEmpty)
  }

  private static func convolutionalRecording() throws -> Recording {
    try recording(
      yaml:
        "data: {kind: digits, count: 20}\nmodel: {kind: cnn, layers: [{convolution: {filters: 6, "
        + "size: 3}}, {maxPool: 2}, {dense: 10}]}\nloss: crossEntropy\n"
        + "optimizer: {kind: adam, learningRate: 0.05}\nsteps: 2")
  }

  @Test(
    "a convolutional network is drawn with a box for each filter, and verdicts are the engine's")
  func convolutional() throws {
    let recording = try Self.convolutionalRecording()
    let browser = try Self.tour(recording)
    try browser.evaluate("app.change({ view: 'neurons', tab: 'neurons', inner: -1 })")
    #expect(try browser.evaluate("document.getElementById('view-scalar').disabled") == "true")
    #expect(try browser.evaluate("app.stage.view.places.length") == "\(1 + 6 + 10 + 1)")
    try browser.evaluate("app.select('convolution1/filter2', true)")
    try browser.wait(until: "app.judgedKey === app.key")
    let words = try browser.evaluate(
      "app.stage.view.part(app.stage.view.places[2].group, app.now).words")
    #expect(words.hasPrefix("convolution1/filter2\n") && words.contains("places"), "\(words)")
    // What is set to 0 adds nothing to any output.
    try browser.evaluate("app.setZero('convolution1/filter2', true)")
    let adds = try browser.evaluate(
      "app.stage.view.connections.filter(({ source }) => source === 2).map(({ adds }) => adds).join()"
    )
    #expect(adds == Array(repeating: "0", count: 10).joined(separator: ","))
    try browser.evaluate("app.setZero('convolution1/filter2', false)")
    try browser.wait(until: "app.judgedKey === app.key")
    let trainer = try recording.trainer()
    let step = recording.state(at: recording.steps.count - 1)
    let activity = Activity(
      trainer.laneSet(step.parameters, over: trainer.split.train), measuringMeans: false)
    #expect(
      try browser.evaluate("app.judged.neurons.map((one) => one.verdict).join()")
        == activity.neurons.map(\.verdict.rawValue).joined(separator: ","))
    #expect(browser.complaints.isEmpty)
  }

  @Test("a page without any drawing has tables and plots, and says so") func undrawn() throws {
    let recording = try Self.convolutionalRecording()
    let page = PlayerPage(
      recording, history: try recording.history(to: recording.steps.count - 1), neuronDrawing: nil,
      scalarDrawing: nil)
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-\(UUID().uuidString).html")
    try Data(page.html).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let browser = try Browser()
    try browser.load(url.absoluteString)
    for tab in ["timeline", "loss", "optimiser", "neurons"] {
      try browser.evaluate("app.change({ tab: '\(tab)' })")
    }
    try browser.evaluate("app.select('convolution1/filter2', true)")
    try browser.evaluate("app.goInside(3)")
    for view in ["neurons", "scalar"] {
      #expect(try browser.evaluate("document.getElementById('view-\(view)').disabled") == "true")
    }
    let words = try browser.evaluate("document.querySelector('#viewport svg').textContent")
    #expect(words.contains("This page has no drawing of this network."), "\(words)")
    #expect(try browser.evaluate("app.stage.file().startsWith('<svg')") == "true")
    #expect(browser.complaints.isEmpty)
  }
}
