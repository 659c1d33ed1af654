public import Autograd
internal import Refusal

/// Filters that look at a picture through a small square window, at every place where the window
/// fits: LeCun et al. 1989, "Backpropagation applied to handwritten zip code recognition".
///
/// The output of filter f at row r and column c is
/// `activation(b_f + Σ w_f,k,i,j · x_k,r+i,c+j)` over the channels k and the window's rows i and
/// columns j, summed from the bias on in this order. Stride 1, no padding: a picture of R × C gives
/// feature maps of (R − size + 1) × (C − size + 1), one a filter.
///
///     var random = Xorshift64Star(seed: 1)
///     let layer = Convolution(
///       filters: 4, size: 3, over: FeatureShape(rows: 8, columns: 8), activation: .relu,
///       random: &random)
///     layer.outputShape   // 4 × 6 × 6
///
/// A filter uses the same weights at each place: it is one neuron with 36 instances here.
public struct Convolution: Module {
  /// The filters: neurons that read a window each time they are used.
  public let filters: [Neuron]
  /// The height and the width of the window.
  public let size: Int
  /// What it reads.
  public let inputShape: FeatureShape
  /// What it makes: a channel for each filter.
  public let outputShape: FeatureShape

  /// Records the parameters, in the scopes `filter1`, `filter2`, ….
  ///
  /// - Precondition: at least one filter, and a window that fits.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    filters count: Int, size: Int, over shape: FeatureShape, activation: Activation,
    initialization: Initialization = .he, random: inout some RandomNumberGenerator
  ) {
    let area = size * size
    self.init(size: size, over: shape, count: count) { _ in
      Neuron(
        inputs: shape.channels * area, outputs: count * area, activation: activation,
        initialization: initialization, random: &random)
    }
  }

  /// Records filters with these weights, channel by channel and row by row, and biases.
  ///
  /// - Precondition: at least one filter, as many weights as a window has values, and a window that
  ///   fits.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    weights: [[Double]], biases: [Double], size: Int, over shape: FeatureShape,
    activation: Activation
  ) {
    require(
      weights.count == biases.count
        && weights.allSatisfy { $0.count == shape.channels * size * size },
      "a filter has a weight for each value of a window, and a bias")
    self.init(size: size, over: shape, count: weights.count) { index in
      Neuron(weights: weights[index], bias: biases[index], activation: activation)
    }
  }

  private init(
    size: Int, over shape: FeatureShape, count: Int, _ makeFilter: (Int) -> Neuron
  ) {
    require(
      count > 0 && size > 0 && size <= min(shape.rows, shape.columns),
      "\(count) filters of \(size) × \(size) do not fit \(shape.rows) × \(shape.columns)")
    self.size = size
    inputShape = shape
    outputShape = FeatureShape(
      channels: count, rows: shape.rows - size + 1, columns: shape.columns - size + 1)
    filters = (0..<count).map { index in
      Tape.scope("filter\(index + 1)") { makeFilter(index) }
    }
  }

  /// The weights and biases of all filters, filter by filter.
  public var parameters: [Value] { filters.flatMap(\.parameters) }

  /// Records the feature maps of a picture, in scopes such as `filter2/row3column4`.
  ///
  /// - Precondition: as many inputs as the shape has.
  public func callAsFunction(_ inputs: [Value]) -> [Value] {
    require(
      inputs.count == inputShape.count,
      "a convolution over \(inputShape.count) values was given \(inputs.count)")
    return filters.indices.flatMap { index in
      Tape.scope("filter\(index + 1)") { featureMap(of: filters[index], inputs) }
    }
  }

  private func featureMap(of filter: Neuron, _ inputs: [Value]) -> [Value] {
    (0..<outputShape.rows).flatMap { row in
      (0..<outputShape.columns).map { column in
        let window = inputShape.window(
          size: size, row: row, column: column, channels: 0..<inputShape.channels)
        return Tape.scope("row\(row + 1)column\(column + 1)") {
          let output = filter(window.map { inputs[$0] })
          return filter.activation == .linear ? output : output.named("h")
        }
      }
    }
  }
}
