public import Foundation

/// Why a program of a model's run for one example does not compute what the model computes.
public enum ModelMismatch: Error, Equatable, Sendable {
  /// One of the parameters is none: it was computed, or is an input or a constant.
  case notAParameter(number: Int, name: String)
  /// A parameter is in the list twice.
  case listedTwice(name: String)
  /// The model uses parameters that are not in the list.
  case missingParameters([String])
  /// For an example, counted from 1, the model computes something else.
  case otherOperations(example: Int, value: String)
  /// A number in the model is another one than when it was recorded.
  case otherConstant(example: Int, value: String, now: Double, recorded: Double)
  /// The same operations give another number for an example.
  case otherResult(example: Int, run: Double, replayed: Double)
  /// The loss that was given is not that of the model over the examples.
  case otherLoss(given: Double, computed: Double, kind: LossKind, examples: Int)
}

extension ModelMismatch: CustomStringConvertible, LocalizedError {
  /// What is wrong and what to change.
  public var description: String {
    switch self {
    case .notAParameter(let number, let name):
      "number \(number) of the parameters, \(name), is none; make it with Value.parameter"
    case .listedTwice(let name): "\(name) is twice in the list of parameters"
    case .missingParameters(let names):
      "the model uses parameters that are not in the list: \(names.joined(separator: ", "))"
    case .otherOperations(let example, let value):
      "for example \(example) the model computes something else than was recorded, from \(value) on: "
        + "what it does may not depend on the data; instead of an if on a number take maximum, "
        + "minimum, relu or abs"
    case .otherConstant(let example, let value, let now, let recorded):
      "for example \(example) the model uses \(now) where \(recorded) was recorded (\(value)): a number "
        + "that changes must be computed from the inputs as a Value, or be one of the parameters"
    case .otherResult(let example, let run, let replayed):
      "for example \(example) the model's loss is \(run) and that of its recording \(replayed)"
    case .otherLoss(let given, let computed, let kind, let examples):
      "the loss given is \(given), but the mean \(kind.rawValue) of the \(examples) examples with these "
        + "parameters is \(computed): hand over the mean over all of them, without a penalty, before "
        + "the parameters are updated, or call add() and have it computed"
    }
  }

  /// The same words.
  public var errorDescription: String? { description }
}
