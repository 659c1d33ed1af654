internal import Experiments
internal import Foundation
internal import NeuralNetworks
internal import Recordings

/// The recorded steps, lists of numbers in base 64.
struct PageSteps: Encodable {
  let numbers: [Int]
  let times: [Int]
  let losses: String
  let accuracies: String
  let validationLosses: String
  let learningRates: String
  let states: String

  init(_ steps: [RecordedStep]) {
    numbers = steps.map(\.number)
    times = steps.map(\.state.optimizer.time)
    losses = Self.base64(steps.map(\.loss))
    accuracies = Self.base64(steps.map { $0.accuracy ?? .nan })
    validationLosses = Self.base64(steps.map { $0.validationLoss ?? .nan })
    learningRates = Self.base64(steps.map(\.learningRate))
    states = Self.base64(
      steps.flatMap { step in
        step.state.parameters + step.state.optimizer.rows.flatMap(\.numbers)
      })
  }

  /// IEEE 754 numbers, lowest byte first.
  private static func base64(_ numbers: [Double]) -> String {
    var data = Data(capacity: 8 * numbers.count)
    for number in numbers {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return data.base64EncodedString()
  }
}
