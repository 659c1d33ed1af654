internal import Weights

extension ModelDescription {
  /// The network of the file of weights; `nil` without one.
  ///
  /// - Parameter inputs: how many inputs the data say it has.
  func trained(
    in directory: String, inputs: Int?
  ) throws(ExperimentError) -> TrainedNetwork? {
    guard let weights else { return nil }
    let file = InputFile(weights, in: directory)
    let bytes = try file.bytes()
    let reading: WeightsReading
    do {
      reading = try WeightsFile.read(bytes, path: file.path, layers: layerNames, inputs: inputs)
    } catch {
      throw ExperimentError(place: .input(path: file.path), problem: .badWeights(error))
    }
    return try TrainedNetwork(
      reading, path: file.path, said: layerActivations, usual: activation)
  }
}
