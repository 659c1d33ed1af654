// A comparison reads numbers; it is no operation of the recording. An `if` on one makes another
// recording for other numbers, which is right for `backward()` and wrong for a `Replay`, a `Recorder`
// or a drawing of other examples: those have the way that was taken. `maximum`, `minimum`, `relu` and
// `abs` are operations.
//
// Values are not `Comparable`: `Swift.max` and `sorted()` would choose handles, without a trace.
extension Value {
  /// Whether the number is smaller than another value's.
  public static func < (x: Value, y: Value) -> Bool { x.data < y.data }
  /// Whether the number is smaller than another.
  public static func < (x: Value, y: Double) -> Bool { x.data < y }
  /// Whether a number is smaller than the value's.
  public static func < (x: Double, y: Value) -> Bool { x < y.data }

  /// Whether the number is at most another value's.
  public static func <= (x: Value, y: Value) -> Bool { x.data <= y.data }
  /// Whether the number is at most another.
  public static func <= (x: Value, y: Double) -> Bool { x.data <= y }
  /// Whether a number is at most the value's.
  public static func <= (x: Double, y: Value) -> Bool { x <= y.data }

  /// Whether the number is larger than another value's.
  public static func > (x: Value, y: Value) -> Bool { x.data > y.data }
  /// Whether the number is larger than another.
  public static func > (x: Value, y: Double) -> Bool { x.data > y }
  /// Whether a number is larger than the value's.
  public static func > (x: Double, y: Value) -> Bool { x > y.data }

  /// Whether the number is at least another value's.
  public static func >= (x: Value, y: Value) -> Bool { x.data >= y.data }
  /// Whether the number is at least another.
  public static func >= (x: Value, y: Double) -> Bool { x.data >= y }
  /// Whether a number is at least the value's.
  public static func >= (x: Double, y: Value) -> Bool { x >= y.data }
}

extension Value: Hashable {
  /// Whether both are handles to one node: `==` compares nodes, not numbers.
  public static func == (x: Value, y: Value) -> Bool {
    x.isSameNode(as: y)
  }

  /// The node.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(storage)
    hasher.combine(place)
  }
}

extension Value: CustomStringConvertible {
  /// Its name with its scope, or its place and operation, and its number: `layer1/w2 = 0.5`,
  /// `value 12 (tanh) = -0.25`.
  public var description: String { "\(label) = \(data)" }

  /// Its name with its scope, or its place and operation: `layer1/w2`, `value 12 (tanh)`.
  public var label: String { storage.pointee.label(of: position) }
}
