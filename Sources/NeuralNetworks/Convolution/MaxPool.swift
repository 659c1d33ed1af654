public import Autograd
internal import Refusal

/// The largest value of each square of a feature map: max-pooling, as in Krizhevsky, Sutskever and
/// Hinton 2012, "ImageNet classification with deep convolutional neural networks" (there with
/// overlapping squares).
///
/// Squares stand side by side; rows and columns that do not fill one are left out. The gradient goes
/// to the largest value alone. The largest is found two by two with `Op.maximum`; where two equal
/// values win, each gets one half of what reaches them.
public struct MaxPool: Module {
  /// The height and the width of a square.
  public let size: Int
  /// What it reads.
  public let inputShape: FeatureShape
  /// What it makes.
  public let outputShape: FeatureShape

  /// Pooling of feature maps of this shape.
  ///
  /// - Precondition: a square fits.
  public init(size: Int = 2, over shape: FeatureShape) {
    require(
      size > 0 && size <= min(shape.rows, shape.columns),
      "squares of \(size) × \(size) do not fit \(shape.rows) × \(shape.columns)")
    self.size = size
    inputShape = shape
    outputShape = FeatureShape(
      channels: shape.channels, rows: shape.rows / size, columns: shape.columns / size)
  }

  /// None.
  public var parameters: [Value] { [] }

  /// Records the largest values, in scopes such as `map2/row1column3`.
  ///
  /// - Precondition: as many inputs as the shape has.
  public func callAsFunction(_ inputs: [Value]) -> [Value] {
    require(
      inputs.count == inputShape.count,
      "pooling over \(inputShape.count) values was given \(inputs.count)")
    return (0..<outputShape.channels).flatMap { channel in
      Tape.scope("map\(channel + 1)") { pooled(channel, inputs) }
    }
  }

  private func pooled(_ channel: Int, _ inputs: [Value]) -> [Value] {
    (0..<outputShape.rows).flatMap { row in
      (0..<outputShape.columns).map { column in
        let window = inputShape.window(
          size: size, row: row * size, column: column * size, channels: channel..<channel + 1)
        return Tape.scope("row\(row + 1)column\(column + 1)") {
          window.dropFirst().reduce(inputs[window[0]]) { $0.maximum(inputs[$1]) }
        }
      }
    }
  }
}
