internal import Autograd
internal import Randomness

extension ConvolutionalNetwork {
  /// A layer before it is recorded.
  public enum Stage: Codable, Sendable, Equatable {
    /// Filters with square windows.
    case convolution(filters: Int, size: Int)
    /// The largest values of squares.
    case maxPool(size: Int)
    /// Neurons that read all values.
    case dense(neurons: Int)
  }
}

extension ConvolutionalNetwork.Stage {
  /// `convolution`, `maxPool` or `dense`.
  public var name: String {
    switch self {
    case .convolution: "convolution"
    case .maxPool: "maxPool"
    case .dense: "dense"
    }
  }

  /// How many filters or neurons the stage has; `nil` for pooling.
  public var neuronCount: Int? {
    switch self {
    case .convolution(let filters, _): filters
    case .maxPool: nil
    case .dense(let neurons): neurons
    }
  }

  /// What the stage makes of values of this shape; `nil` if it does not fit them.
  public func outputShape(over shape: FeatureShape) -> FeatureShape? {
    let side = min(shape.rows, shape.columns)
    switch self {
    case .convolution(let filters, let size):
      guard filters > 0, size > 0, size <= side else { return nil }
      return FeatureShape(
        channels: filters, rows: shape.rows - size + 1, columns: shape.columns - size + 1)
    case .maxPool(let size):
      guard size > 0, size <= side else { return nil }
      return FeatureShape(
        channels: shape.channels, rows: shape.rows / size, columns: shape.columns / size)
    case .dense(let neurons):
      return neurons > 0 ? FeatureShape(channels: neurons, rows: 1, columns: 1) : nil
    }
  }

  /// How many weights and biases the stage has.
  public func parameterCount(over shape: FeatureShape) -> Double {
    switch self {
    case .convolution(let filters, let size):
      Double(filters) * (Double(shape.channels) * Double(size) * Double(size) + 1)
    case .maxPool: 0
    case .dense(let neurons): Double(neurons) * (Double(shape.count) + 1)
    }
  }

  /// About how many values the stage records: a product and a sum for each weight where it is used.
  public func valueCount(over shape: FeatureShape) -> Double {
    guard let output = outputShape(over: shape) else { return 0 }
    switch self {
    case .convolution(_, let size):
      return Double(output.count) * 2 * (Double(shape.channels) * Double(size) * Double(size) + 1)
    case .maxPool(let size): return Double(output.count) * Double(size) * Double(size)
    case .dense: return Double(output.count) * 2 * (Double(shape.count) + 1)
    }
  }

  func module(
    over shape: FeatureShape, activation: Activation, _ initialization: Initialization,
    _ random: inout some RandomNumberGenerator
  ) -> any Module {
    switch self {
    case .convolution(let filters, let size):
      Convolution(
        filters: filters, size: size, over: shape, activation: activation,
        initialization: initialization, random: &random)
    case .maxPool(let size): MaxPool(size: size, over: shape)
    case .dense(let neurons):
      Layer(
        inputs: shape.count, outputs: neurons, activation: activation,
        initialization: initialization, random: &random)
    }
  }
}
