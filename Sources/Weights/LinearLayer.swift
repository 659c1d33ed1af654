/// A linear layer read from a file: `outputs = weight · inputs + bias`.
public struct LinearLayer: Sendable, Equatable {
  /// The tensor prefix, such as `0` or `encoder.fc1`; in JSON its `name`, or else `layer1`,
  /// `layer2` and so on.
  public var name: String
  /// One row for each output, one number in it for each input.
  public var weight: [[Double]]
  /// One number for each output.
  public var bias: [Double]
  /// The activation as the file writes it, such as `relu`; `nil` where it says none.
  public var activation: String?

  /// Takes the parts as they are; ``WeightsFile/check(_:)`` tells whether they fit.
  public init(name: String, weight: [[Double]], bias: [Double], activation: String? = nil) {
    self.name = name
    self.weight = weight
    self.bias = bias
    self.activation = activation
  }

  /// The name a layer of the JSON form has when none is written; `index` counts from 0.
  static func standardName(_ index: Int) -> String { "layer\(index + 1)" }

  var weightName: String { TensorName.joined(name, "weight") }
  var biasName: String { TensorName.joined(name, "bias") }
  /// How many outputs, and how many inputs.
  public var shape: [Int] { [weight.count, weight.first?.count ?? 0] }
}
