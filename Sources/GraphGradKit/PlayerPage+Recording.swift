internal import Diagrams
internal import Experiments
internal import GraphModel
public import Playback
public import Recordings

extension PlayerPage {
  /// A page has no drawing of every value where its ``ScalarView/layoutSize`` is larger than this.
  public static let scalarLimit = 2_500

  /// The most steps of a recording that a page has: more cannot be told apart on its time line.
  public static let stepLimit = 2_000
  /// The most numbers that a page has of parameters and the optimiser's state, of all its steps
  /// together: a file of about 16 MB.
  public static let numberLimit = 1_500_000

  /// The part of a recording that a page has: all of it, or steps at equal distances.
  public static func part(of recording: Recording) -> Recording {
    let rows = 1 + recording.optimizerStateNames.count
    let numbers = max(1, recording.description.parameterCount * rows)
    return recording.thinned(to: max(2, min(stepLimit, numberLimit / numbers)))
  }

  /// Draws the recording's network and makes a page of ``part(of:)`` it.
  ///
  /// - Throws: ``RecordingError`` if its parts do not fit together, ``PageError``, or
  ///   ``DrawingError``.
  public init(_ whole: Recording) throws {
    let recording = Self.part(of: whole)
    var trainer = try recording.trainer()
    if trainer.readsText { throw PageError.readsText }
    let last = recording.steps.count - 1
    let history = try recording.history(to: last)
    let state = recording.state(at: last)
    trainer.use(state.parameters)
    self.init(
      recording, history: history, neuronDrawing: try Self.neurons(&trainer, state),
      scalarDrawing: try Self.values(&trainer, state))
  }

  /// The neuron view, unless it is too large, or programs are of several lengths, so that a box has
  /// other places in each.
  private static func neurons(_ trainer: inout Trainer, _ state: NetworkState) throws -> String? {
    let view = NetworkView(kind: .neurons, subject: .example(trainer.probe))
    let graph = trainer.neuronGraph(of: view.subject, state.parameters)
    guard Set(trainer.description.programs.map(\.inputs.count)).count == 1 else { return nil }
    let diagram = Diagram(graph, caption: trainer.caption(of: state, view), prefix: "n")
    guard diagram.size <= Drawing.defaultSizeLimit else { return nil }
    return String(decoding: try Drawing(diagram).picture(.svg), as: UTF8.self)
  }

  /// One view of values for all programs, unless it is too large.
  private static func values(
    _ trainer: inout Trainer, _ state: NetworkState
  ) throws -> ScalarDrawing? {
    let foldsSums = trainer.experiment.view.foldsSums
    let caption = trainer.caption(of: state, trainer.view)
    var graphs: [Graph] = []
    for example in trainer.oneExampleOfEachProgram() {
      graphs.append(try trainer.graph(of: example, state.parameters))
    }
    let others = Array(graphs.dropFirst())
    let view = ScalarView(graphs[0], foldingSums: foldsSums, alternatives: others)
    guard view.layoutSize <= scalarLimit else { return nil }
    let drawing = try Drawing(
      graphs[0], caption: caption, foldingSums: foldsSums, alternatives: others, prefix: "v")
    return ScalarDrawing(
      svg: String(decoding: try drawing.picture(.svg), as: UTF8.self), outline: view.outline)
  }
}

/// Why there is no page of a recording.
public enum PageError: Error, Equatable, Sendable {
  /// The network reads texts: the page would have to hold the programs of all lengths, ten times as
  /// many values as a browser replays in a moment.
  case readsText
}
