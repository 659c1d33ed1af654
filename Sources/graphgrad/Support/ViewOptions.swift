public import ArgumentParser
import GraphGradKit
import Refusal

/// The options by which a command is told what to draw of a network.
struct ViewOptions: ParsableArguments {
  enum Set: String, CaseIterable, ExpressibleByArgument { case data }

  @Option(help: "neurons (one box a neuron) or scalar (every value); as the experiment says.")
  var view: ViewDescription.Kind?

  @Option(help: "A training example, counted from 1.")
  var example: Int?

  @Option(parsing: .unconditional, help: "Inputs of your own, such as 0.5,-0.2, or a text.")
  var input: String?

  @Option(
    parsing: .unconditional,
    help: "What should come out for them: a class, or numbers; by default the predicted class.")
  var answer: String?

  @Option(help: "data: means and ranges over all training examples instead of one example.")
  var over: Set?

  @Option(help: "One neuron's own values with their neighbours, such as layer1/neuron3.")
  var focus: String?

  @Option(
    help: """
      Scopes at this depth are one box each in the view of values: 1, 2, … or all; by default as \
      deep as can be read, where all values would be too many.
      """)
  var depth: FoldingDepth?

  @Option(
    name: .customLong("expand"), help: "A scope to open beside that, such as block1/mlp.")
  var expanded: [String] = []

  /// Whether any of them is given.
  var isUsed: Bool {
    isFolding || view != nil || example != nil || input != nil || answer != nil || over != nil
      || focus != nil
  }

  private var isFolding: Bool { depth != nil || !expanded.isEmpty }

  /// The experiment's view with what these options change.
  ///
  /// - Parameter limit: the largest ``Diagram/size`` of the view of neurons; an example of a larger
  ///   network is drawn in the view of values, and a line says so. `nil` where nothing is laid out.
  func resolve(
    _ trainer: Trainer, sizeLimit limit: Int? = Drawing.defaultSizeLimit
  ) throws(Failure) -> NetworkView {
    var view = try resolve(trainer)
    guard view.kind == .neurons, view.subject != .data, let limit else { return view }
    let size = trainer.neuronViewSize
    if size > limit {
      FoldingNote.giveInsteadOfNeurons(size: size, limit: limit)
      view.kind = .scalar
    }
    return view
  }

  private func resolve(_ trainer: Trainer) throws(Failure) -> NetworkView {
    try checkCombination()
    var result = trainer.view
    if let view { result.kind = view }
    if focus != nil || isFolding { result.kind = .scalar }
    if isFolding || focus != nil {
      result.folding = Folding(depth: depth?.depth ?? .automatic, expanded: expanded)
    }
    if let over, over == .data {
      result.subject = .data
      result.kind = .neurons
    }
    if let subject = try subject(trainer) {
      do { result.subject = .example(try trainer.probe(subject)) } catch {
        throw .wrongInput(error.optionMessage)
      }
    }
    if let focus, !trainer.neuronNames.contains(focus) {
      throw .wrongInput(UnknownNeuron(name: focus, known: trainer.neuronNames).words)
    }
    result.focus = focus
    return result
  }

  private func checkCombination() throws(Failure) {
    let whose = [
      example.map { _ in "--example" }, input.map { _ in "--input" }, over.map { _ in "--over" },
    ]
    .compactMap(\.self)
    if whose.count > 1 {
      throw .wrongInput("error: \(whose.joined(separator: " and ")) do not go together")
    }
    if let answer, input == nil {
      throw .option("--answer", answer, "this goes with --input, such as --input 0.5,-0.2")
    }
    if let over, view == .scalar || focus != nil {
      throw .option("--over", over, "this draws neurons; single values need an example")
    }
    if isFolding, view == .neurons || over != nil || focus != nil {
      throw .wrongInput(
        "error: --depth and --expand fold the view of values, without --view neurons, --over and "
          + "--focus")
    }
    if let focus, view == .neurons {
      throw .option("--focus", focus, "this draws the values of a neuron, not --view neurons")
    }
  }

  private func subject(_ trainer: Trainer) throws(Failure) -> ViewDescription.Subject? {
    if let example {
      guard example >= 1 else {
        throw .wrongInput("--example \(example): error: they count from 1")
      }
      return .example(example)
    }
    guard let input else { return nil }
    if trainer.readsText {
      if let answer {
        throw .wrongInput("--answer \(answer): error: a text says itself what comes next")
      }
      return .text(input)
    }
    guard let numbers = Self.numbers(input) else {
      throw .wrongInput("--input \(input): error: this should be numbers such as 0.5,-0.2")
    }
    return .input(
      numbers,
      target: try answer.map { text throws(Failure) in
        if let label = trainer.classNames.firstIndex(of: text) { return [Double(label)] }
        if trainer.classNames.isEmpty, let numbers = Self.numbers(text) { return numbers }
        let expected =
          trainer.classNames.isEmpty ? "numbers" : "one of \(Words.list(trainer.classNames))"
        throw .wrongInput("--answer \(text): error: this should be \(expected)")
      })
  }

  private static func numbers(_ text: String) -> [Double]? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.filter { $0 != " " }).flatMap { $0.isFinite ? $0 : nil }
    }
    return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
  }
}

extension ViewDescription.Kind: ExpressibleByArgument {}

/// How deep scopes are opened: a number, or all.
struct FoldingDepth: ExpressibleByArgument {
  let depth: Folding.Depth

  init?(argument: String) {
    if argument == "all" {
      depth = .all
    } else if let level = Int(argument), level >= 1 {
      depth = .level(level)
    } else {
      return nil
    }
  }
}
