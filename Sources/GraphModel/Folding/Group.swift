/// A scope that is drawn as one box, with what is in it.
public struct Group: Codable, Sendable, Equatable {
  /// The scope's whole name, such as `block1/mlp`.
  public var path: String
  /// How many values are in it, without constants and parameters.
  public var valueCount = 0
  /// How many parameters.
  public var parameterCount = 0
  /// How many neurons.
  public var neuronCount = 0
  /// How many of them do not act here.
  public var offCount = 0
  /// Whether something in it is not finite.
  public var isNonFinite = false

  init(path: String) { self.path = path }
}

/// What goes from a box to another when one of them is a ``Group``.
public struct Flow: Codable, Sendable, Equatable {
  /// How many values go.
  public var count = 0
  /// How many of them are exactly 0.
  public var zeroCount = 0
  /// Whether no gradient comes back along any.
  public var isOff = true

  init() {}
}
