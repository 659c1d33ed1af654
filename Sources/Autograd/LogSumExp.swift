/// log Σ exp(xᵢ) and its slopes, the softmax of the operands, with the largest operand taken out:
/// `m + log(1 + Σ exp(xᵢ − m))`, so that no power overflows and a small one is not lost.
///
/// The operands stand at a stride, so that one lane of eight is read like a list.
struct LogSumExp {
  private let operands: UnsafePointer<Double>
  private let count: Int
  private let stride: Int
  /// The place of the largest operand, the first of them where several are.
  private let place: Int
  private let largest: Double

  init(_ operands: UnsafePointer<Double>, count: Int, stride: Int = 1) {
    self.operands = operands
    self.count = count
    self.stride = stride
    var place = 0
    var largest = operands[0]
    for index in 1..<max(count, 1) where !(operands[index * stride] <= largest) {
      // A nan is taken, and kept.
      if largest.isNaN { break }
      (place, largest) = (index, operands[index * stride])
    }
    self.place = place
    self.largest = largest
  }

  /// The logarithm of the sum.
  var value: Double {
    if !largest.isFinite { return largest }
    let rest = rest
    return largest + LibM.log1p(rest.high + rest.low)
  }

  /// exp(xᵢ − m), with what the difference loses in rounding made good.
  @inline(__always)
  private func power(_ index: Int) -> Double {
    let difference = DoubleDouble(subtracting: largest, from: operands[index * stride])
    let power = LibM.exp(difference.high)
    return power + power * difference.low
  }

  /// The sum of the powers without that of the largest operand, which is 1.
  private var rest: DoubleDouble {
    var rest = DoubleDouble(0)
    for index in 0..<count where index != place { rest.add(power(index)) }
    return rest
  }

  /// Adds to each operand's gradient its share of `gradient`.
  @inline(__always)
  func pullBack(_ gradient: Double, into gradients: UnsafeMutablePointer<Double>) {
    let scale = scale
    for index in 0..<count { gradients[index * stride] += slope(index, scale) * gradient }
  }

  /// The derivatives with respect to the operands: exp(xᵢ) / Σ exp(xⱼ).
  var slopes: [Double] {
    let scale = scale
    return (0..<count).map { slope($0, scale) }
  }

  /// What powers are divided by; where an operand is infinite, how many are as large.
  private var scale: Double {
    if largest.isFinite {
      var total = rest
      total.add(1)
      return total.high + total.low
    }
    return Double((0..<count).count { operands[$0 * stride] == largest })
  }

  /// Infinite operands share alike, as the limit has it for one.
  @inline(__always)
  private func slope(_ index: Int, _ scale: Double) -> Double {
    if largest.isFinite { return (index == place ? 1 : power(index)) / scale }
    if largest == .infinity { return operands[index * stride] == largest ? 1 / scale : 0 }
    return .nan
  }
}

extension Op {
  /// log Σ exp(xᵢ) of plain numbers, as ``logSumExp`` computes it.
  ///
  /// - Precondition: not empty.
  public static func logSumExp(_ numbers: [Double]) -> Double {
    read(numbers) { $0.value }
  }

  /// exp(xᵢ) / Σ exp(xⱼ) of plain numbers: shares that add up to 1, whatever the size of the numbers.
  ///
  /// - Precondition: not empty.
  public static func softmax(_ numbers: [Double]) -> [Double] {
    read(numbers) { $0.slopes }
  }

  private static func read<R>(_ numbers: [Double], _ body: (LogSumExp) -> R) -> R {
    numbers.withUnsafeBufferPointer { numbers in
      guard let start = numbers.baseAddress, !numbers.isEmpty else {
        preconditionFailure("log Σ exp of no numbers is not a number")
      }
      return body(LogSumExp(start, count: numbers.count))
    }
  }
}

extension [Value] {
  /// Records log Σ exp(xᵢ), whose slopes are the softmax of the values.
  ///
  /// Neither large nor small values are lost: of 1000 and 1000 it is 1000.693….
  ///
  /// - Precondition: not empty; all on one tape.
  public func logSumExp() -> Value {
    guard let first else { preconditionFailure("log Σ exp of no values is not a number") }
    return first.recorded(.logSumExp, arguments: self)
  }
}

extension Value {
  /// Records an operation that takes any number of operands.
  func recorded(_ op: Op, arguments: [Value]) -> Value {
    let storage = storage
    let positions = arguments.map { value in
      precondition(
        value.storage == storage, "the operands of \(op) were recorded on different tapes")
      return value.position
    }
    let start = storage.pointee.count
    for position in positions {
      _ = storage.pointee.append(
        Instruction(.argument, position), storage.pointee.data[position])
    }
    let instruction = Instruction(op, start, positions.count)
    return Value(instruction, instruction.evaluate(storage.pointee.data), on: storage)
  }
}
