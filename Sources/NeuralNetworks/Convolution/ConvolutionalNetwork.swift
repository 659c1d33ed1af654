public import Autograd
internal import Refusal

/// Convolutions, pooling and plain layers one after the other, in the manner of LeCun et al. 1998,
/// "Gradient-based learning applied to document recognition", and AlexNet (Krizhevsky, Sutskever and
/// Hinton 2012).
///
///     let model = ConvolutionalNetwork(
///       over: FeatureShape(rows: 8, columns: 8),
///       stages: [.convolution(filters: 4, size: 3), .maxPool(size: 2), .dense(neurons: 10)],
///       activation: .relu, random: &random)
///     let logits = model(pixels)   // ten values
///
/// The last stage is linear, all others have the activation.
public struct ConvolutionalNetwork: Module {
  /// What it reads.
  public let inputShape: FeatureShape
  private let layers: [(scope: String, module: any Module)]

  /// Records the parameters, in scopes such as `convolution1/filter2` and `dense1/neuron3`.
  ///
  /// - Precondition: every stage fits the one before it, and the last one is dense.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    over shape: FeatureShape, stages: [Stage], activation: Activation,
    initialization: Initialization = .he, random: inout some RandomNumberGenerator
  ) {
    guard case .dense = stages.last else {
      refuse("the last stage of a network should be dense")
    }
    inputShape = shape
    var shape = shape
    var counts: [String: Int] = [:]
    layers = stages.enumerated().map { index, stage in
      counts[stage.name, default: 0] += 1
      let scope = "\(stage.name)\(counts[stage.name, default: 1])"
      let own = index == stages.count - 1 ? .linear : activation
      let module = Tape.scope(scope) {
        stage.module(over: shape, activation: own, initialization, &random)
      }
      shape = stage.outputShape(over: shape) ?? shape
      return (scope, module)
    }
  }

  /// The weights and biases, stage by stage.
  public var parameters: [Value] { layers.flatMap(\.module.parameters) }

  /// Records the outputs for the values of a picture.
  public func callAsFunction(_ inputs: [Value]) -> [Value] {
    layers.reduce(inputs) { values, layer in
      Tape.scope(layer.scope) { layer.module(values) }
    }
  }
}
