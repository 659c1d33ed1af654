import ArgumentParser
import GraphGradKit

/// The examples to judge neurons by.
enum ExampleSet: String, CaseIterable, ExpressibleByArgument {
  case train, validation, test, all

  /// To stand before the word examples.
  var word: String {
    switch self {
    case .train: "training "
    case .validation, .test: "\(rawValue) "
    case .all: ""
    }
  }

  func examples(of trainer: Trainer) throws(Failure) -> [Example] {
    let parts = trainer.split
    let examples =
      switch self {
      case .train: parts.train
      case .validation: parts.validation
      case .test: parts.test
      case .all: parts.train + parts.validation + parts.test
      }
    guard examples.isEmpty else { return examples }
    throw .wrongInput("--split \(rawValue): error: there are no examples in this part")
  }
}
