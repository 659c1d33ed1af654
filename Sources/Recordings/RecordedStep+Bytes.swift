internal import Experiments
internal import NeuralNetworks

extension RecordedStep {
  private static let hasAccuracy: UInt64 = 1
  private static let hasValidationLoss: UInt64 = 2

  var payload: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 + 8 * state.parameters.count * (1 + state.optimizer.rows.count))
    bytes.append(Int64(number))
    bytes.append(
      (accuracy == nil ? 0 : Self.hasAccuracy)
        | (validationLoss == nil ? 0 : Self.hasValidationLoss))
    bytes.append(loss)
    bytes.append(accuracy ?? 0)
    bytes.append(validationLoss ?? 0)
    bytes.append(learningRate)
    bytes.append(Int64(state.optimizer.time))
    for number in state.parameters { bytes.append(number) }
    for row in state.optimizer.rows { for number in row.numbers { bytes.append(number) } }
    return bytes
  }

  /// `nil` if the bytes are not those of a step of `count` parameters.
  init?(payload: ArraySlice<UInt8>, count: Int, rowNames: [String]) {
    var reader = ByteReader(payload)
    guard let number = reader.integer(Int64.self), (1...Int64(Int32.max)).contains(number),
      let flags = reader.integer(UInt64.self), flags < 4, let loss = reader.double(),
      let accuracy = reader.double(), let validationLoss = reader.double(),
      let learningRate = reader.double(), let time = reader.integer(Int64.self), time >= 0,
      let parameters = reader.doubles(count)
    else { return nil }
    var rows: [OptimizerState.Row] = []
    for name in rowNames {
      guard let numbers = reader.doubles(count) else { return nil }
      rows.append(OptimizerState.Row(name: name, numbers: numbers))
    }
    guard reader.rest == 0 else { return nil }
    self.init(
      number: Int(number), loss: loss, accuracy: flags & Self.hasAccuracy == 0 ? nil : accuracy,
      validationLoss: flags & Self.hasValidationLoss == 0 ? nil : validationLoss,
      learningRate: learningRate,
      state: TrainingState(
        steps: Int(number) - 1, parameters: parameters,
        optimizer: OptimizerState(time: Int(time), rows: rows)))
  }
}
