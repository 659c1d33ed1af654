internal import Refusal

extension Value {
  /// Records the derivatives of this value with respect to `values`, as values themselves, which can
  /// be differentiated again, drawn and replayed.
  ///
  ///     let slopes = loss.recordedGradients(of: x)
  ///     let hessian = slopes.map { $0.backward()[x] }
  ///
  /// What is recorded are the operations of the chain rule, in the order in which ``backward()`` sums;
  /// the numbers are its numbers up to rounding. A value that this one does not depend on has the
  /// constant 0. Where ``backward()`` has a choice, at the kink of ``relu()`` or between equal operands
  /// of ``maximum(_:)-(Value)``, the recorded operations make the same choice, and are replayed with
  /// it. A slope that is infinite times a gradient that is 0 is 0 in ``backward()`` and `nan` here.
  ///
  /// - Precondition: the values are on the tape of this one; no ``gelu()`` between them and it, whose
  ///   slope is no operation.
  @available(*, noasync, message: "compute inside Tape.recording { } or the record { } of a tape")
  public func recordedGradients(of values: some Sequence<Value>) -> [Value] {
    let wanted = Array(values)
    for value in wanted {
      require(value.storage == storage, "\(value.label) was recorded on another tape")
    }
    var recorder = GradientRecorder(self, wanted.map(\.position))
    return wanted.map { recorder.gradient(of: $0.position) }
  }
}

/// The matrix of a function's second derivatives at a list of numbers: row by row, what each
/// derivative changes with each number.
///
///     hessian(at: [1, 2]) { $0[0] * $0[0] * $0[1] }   // [[4, 2], [2, 0]]
public func hessian(
  at x: [Double], of function: ([Value]) throws -> Value
) rethrows -> [[Double]] {
  try Tape.recording {
    let inputs = x.map { Value($0) }
    return try function(inputs).recordedGradients(of: inputs).map { $0.backward()[inputs] }
  }
}

/// Goes back through a graph as ``Gradients`` does, recording what it does.
private struct GradientRecorder {
  private let root: Value
  /// Of each position the gradient so far.
  private var gradients: [Value?]
  /// Which positions depend on one of those wanted.
  private var matters: [Bool]
  private let seed: Value

  init(_ root: Value, _ wanted: [Int]) {
    self.root = root
    let position = root.position
    let storage = root.storage
    var order = DepthFirstOrder(count: position + 1)
    order.visit(position, storage.pointee.instructions)
    storage.pointee.refuseOutdated(position, order.positions)
    var matters = [Bool](repeating: false, count: position + 1)
    for node in wanted where node <= position { matters[node] = true }
    for node in order.positions {
      let instruction = storage.pointee.instructions[Int(node)]
      if instruction.operands.contains(where: { matters[$0] }) { matters[Int(node)] = true }
    }
    self.matters = matters
    gradients = Array(repeating: nil, count: position + 1)
    seed = root.sibling(1)
    gradients[position] = seed
    for node in order.positions.reversed() where matters[Int(node)] { pullBack(Int(node)) }
  }

  mutating func gradient(of position: Int) -> Value {
    let gradient = position < gradients.count ? gradients[position] : nil
    return gradient ?? root.sibling(0)
  }

  private mutating func pullBack(_ node: Int) {
    guard let gradient = gradients[node] else { return }
    let instruction = root.storage.pointee.instructions[node]
    let places = instruction.operands
    if instruction.op.takesArguments {
      for place in places where matters[place] {
        // What the argument stands for: nothing but its operation may read an argument.
        let operand = root.other(at: root.storage.pointee.instructions[place].x)
        let slope = RecordedSlope.value((operand - root.other(at: node)).exp())
        gradients[place] = slope.times(gradient, seed)
      }
      return
    }
    let (x, y) = (root.other(at: instruction.x), root.other(at: instruction.y))
    let out = root.other(at: node)
    for (index, slope) in instruction.op.slopes(x, y, out, isNeeded: { matters[places[$0]] }) {
      let part = slope.times(gradient, seed)
      let place = places[index]
      gradients[place] = gradients[place].map { $0 + part } ?? part
    }
  }
}

/// A partial derivative: a number that is known, or a recorded value.
private enum RecordedSlope {
  case one, minusOne
  case value(Value)

  func times(_ gradient: Value, _ seed: Value) -> Value {
    switch self {
    case .one: gradient
    case .minusOne: -gradient
    case .value(let slope): gradient == seed ? slope : slope * gradient
    }
  }
}

extension Op {
  /// The partial derivatives with respect to the operands that are needed, recorded.
  fileprivate func slopes(
    _ x: Value, _ y: Value, _ out: Value, isNeeded: (Int) -> Bool
  ) -> [(operand: Int, slope: RecordedSlope)] {
    func one(_ slope: @autoclosure () -> Value) -> [(Int, RecordedSlope)] {
      isNeeded(0) ? [(0, .value(slope()))] : []
    }
    func two(
      _ first: @autoclosure () -> RecordedSlope, _ second: @autoclosure () -> RecordedSlope
    ) -> [(Int, RecordedSlope)] {
      (isNeeded(0) ? [(0, first())] : []) + (isNeeded(1) ? [(1, second())] : [])
    }
    return switch self {
    case .constant, .input, .parameter: []
    case .add: two(.one, .one)
    case .subtract: two(.one, .minusOne)
    case .multiply: two(.value(y), .value(x))
    case .divide: two(.value(1 / y), .value(-(out / y)))
    case .negate: isNeeded(0) ? [(0, .minusOne)] : []
    case .power: two(.value(Self.baseSlope(x, y)), .value(out * x.log()))
    case .exp: one(out)
    case .log: one(1 / x)
    case .sqrt: one(0.5 / out)
    case .sin: one(x.cos())
    case .cos: one(-x.sin())
    // 1 − tanh² without cancellation: 4σ(2x)σ(−2x).
    case .tanh: one(4 * (2 * x).sigmoid() * (-2 * x).sigmoid())
    case .spelledTanh: one(1 - out * out)
    case .tan: one(1 + out * out)
    case .atan2: two(.value(y / (x * x + y * y)), .value(-(x / (x * x + y * y))))
    case .argument: isNeeded(0) ? [(0, .one)] : []
    case .logSumExp: refuse("\(self) takes a list of operands")
    case .sigmoid: one(out * (-x).sigmoid())
    case .relu: one(x.step())
    case .leakyRelu: one(Self.leakySlope + (1 - Self.leakySlope) * x.step())
    case .gelu: refuse("gelu has no recorded derivative: the normal distribution is no operation")
    case .softplus: one(x.sigmoid())
    case .abs: one(x.step() - (-x).step())
    case .maximum: two(.value(Self.share(x, y)), .value(Self.share(y, x)))
    case .minimum: two(.value(Self.share(y, x)), .value(Self.share(x, y)))
    }
  }

  private static func baseSlope(_ base: Value, _ exponent: Value) -> Value {
    // A constant's number is part of the program.
    guard exponent.op == .constant else { return exponent * base.power(exponent - 1) }
    switch exponent.data {
    case 0: return base.sibling(0)
    case 1: return base.sibling(1)
    case 2: return 2 * base
    default: return exponent * base.power(exponent.data - 1)
    }
  }

  /// 1 where the first is larger, 0 where it is smaller, ½ where both are equal.
  private static func share(_ first: Value, _ second: Value) -> Value {
    let difference = first - second
    return 0.5 * (1 + difference.step() - (-difference).step())
  }
}

extension Value {
  /// 1 above 0, else 0, with slope 0 everywhere: the smallest number times 10³⁰⁸ twice is above 1.
  fileprivate func step() -> Value { (relu() * 1e308 * 1e308).minimum(1) }

  /// The value at another position of its tape.
  fileprivate func other(at position: Int) -> Value { Value(at: position, on: storage) }
}
