/// What ends a command, in words for people.
enum Failure: Error {
  /// The user's input is wrong: exit code 2.
  case wrongInput(String)
  /// Something failed on good input: exit code 1.
  case failed(String)
  /// What was asked to be told of was found: exit code 3.
  case found(String)

  var message: String {
    switch self {
    case .wrongInput(let message), .failed(let message), .found(let message): message
    }
  }

  /// What is wrong with an option, behind the option itself.
  static func option(_ name: String, _ value: some Any, _ words: String) -> Failure {
    .wrongInput("\(name) \(value): error: \(words)")
  }

  /// Fails for a number below 1.
  static func check(_ name: String, _ number: Int?, atLeast least: Int = 1) throws(Failure) {
    guard let number, number < least else { return }
    throw .option(name, number, "this should be \(least) or more")
  }

  /// The same with other words.
  func saying(_ message: String) -> Failure {
    switch self {
    case .wrongInput: .wrongInput(message)
    case .failed: .failed(message)
    case .found: .found(message)
    }
  }

  var exitCode: Int32 {
    switch self {
    case .wrongInput: 2
    case .failed: 1
    case .found: 3
    }
  }
}
