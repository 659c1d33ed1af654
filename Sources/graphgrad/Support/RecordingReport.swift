import GraphGradKit
import Refusal

/// What is in a recording, in numbers.
struct RecordingReport: Encodable {
  let name: String
  let format: Int
  let layers: [Int]
  let activations: [String]
  let loss: String
  let optimizer: String?
  let optimizerState: [String]
  let parameters: Int
  let valuesOfAnExample: Int
  let inputs: [String]
  let classes: [String]
  let trainingExamples: Int
  let validationExamples: Int
  let testExamples: Int
  let plannedSteps: Int
  let recordedSteps: Int
  let every: Int
  let firstStep: Int?
  let lastStep: Int?
  let firstLoss: Double?
  let lastLoss: Double?
  let isFinished: Bool
  let intactBytes: Int
  let damage: String?

  init(_ recording: Recording) {
    let run = recording.description
    name = run.experiment.name
    format = Recording.formatVersion
    layers = run.layers
    activations = run.activations.map(\.rawValue)
    loss = run.loss.rawValue
    optimizer = run.experiment.optimizer?.kind.rawValue
    optimizerState = recording.optimizerStateNames
    parameters = run.parameterCount
    valuesOfAnExample = run.programs.map(\.program.instructions.count).max() ?? 0
    inputs = run.inputNames
    classes = run.classNames
    trainingExamples = run.split.train.count
    validationExamples = run.split.validation.count
    testExamples = run.split.test.count
    plannedSteps = run.experiment.steps
    recordedSteps = recording.stepCount
    every = recording.every
    let steps = recording.steps.prefix(recording.stepCount)
    firstStep = steps.first?.number
    lastStep = steps.last?.number
    firstLoss = recording.steps.first?.loss
    lastLoss = recording.steps.last?.loss
    isFinished = recording.isFinished
    intactBytes = recording.intactSize
    damage = recording.damage?.words
  }

  var text: String {
    let sizes = ([inputs.count] + layers).map(String.init).joined(separator: "-")
    let every = every == 1 ? "" : ", every \(every)"
    let end = isFinished ? ", and the network after the last" : "; the run is not finished"
    return [
      "\(name): a recording of format \(format), \(intactBytes) bytes",
      "network     \(sizes) (\(activations.joined(separator: ", "))), \(parameters) parameters, "
        + "\(valuesOfAnExample) values an example",
      "training    \(loss), \(optimizer ?? "an optimizer of its own"), "
        + "state \(optimizerState.isEmpty ? "not recorded" : Words.list(optimizerState))",
      "examples    \(trainingExamples) training, \(validationExamples) validation, "
        + "\(testExamples) test; inputs \(Words.list(inputs))"
        + (classes.isEmpty ? "" : "; classes \(Words.list(classes))"),
      "steps       \(firstStep ?? 0) to \(lastStep ?? 0) of \(plannedSteps)\(every)\(end)",
      "loss        \(NumberFormat.text(for: firstLoss ?? 0)) → "
        + NumberFormat.text(for: lastLoss ?? 0),
      damage.map { "damage      \($0)" } ?? "intact      every checksum is right",
    ].joined(separator: "\n") + "\n"
  }
}
