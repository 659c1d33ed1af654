import GraphGradKit

/// The losses of a run as CSV, in shortest round-trip decimals: `step,split,loss`.
struct LossLog {
  private let path: String?
  private var text = ""

  init(path: String?) {
    self.path = path
    text = "step,split,loss\n"
  }

  mutating func add(_ step: RecordedStep) throws(Failure) {
    if let loss = step.validationLoss { text += "\(step.number),val,\(NumberFormat.exact(loss))\n" }
    text += "\(step.number),train,\(NumberFormat.exact(step.loss))\n"
    guard path == "-" else { return }
    try Console.write(text)
    text = ""
  }

  mutating func finish() throws(Failure) {
    if let path, path != "-" { try Output.write(Array(text.utf8), to: path) }
  }
}
