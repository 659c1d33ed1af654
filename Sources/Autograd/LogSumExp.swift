internal import Refusal

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
    let logarithm = LibM.log1p(rest.high + rest.low)
    let value = largest + logarithm
    return abs(value) < logarithm && largest < 0 ? refined(value) : value
  }

  /// Where the logarithm cancels the largest operand, digits are lost: log S = v + log(S · e⁻ᵛ), with
  /// a sum of powers that has twice the digits.
  @inline(never)
  private func refined(_ value: Double) -> Double {
    var sum = DoubleDouble(0)
    for index in 0..<count where operands[index * stride] > -745 {
      sum = sum + DoubleDouble.exp(operands[index * stride])
    }
    let rest = sum * DoubleDouble.exp(-value) + DoubleDouble(-1)
    return value + (rest.high + rest.low)
  }

  /// exp(xᵢ − m): the power of the rounded difference, and what it lacks, relative to it.
  @inline(__always)
  private func power(_ index: Int) -> (Double, lack: Double) {
    let difference = DoubleDouble(subtracting: largest, from: operands[index * stride])
    if difference.high == -.infinity { return (0, 0) }
    return (LibM.exp(difference.high), difference.low)
  }

  /// The sum of the powers without that of the largest operand, which is 1.
  private var rest: DoubleDouble {
    var rest = DoubleDouble(0)
    for index in 0..<count where index != place {
      let (power, lack) = power(index)
      rest.add(power + power * lack)
    }
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
  private var scale: (Double, lack: Double) {
    if largest.isFinite {
      let total = rest + DoubleDouble(1)
      return (total.high, total.low / total.high)
    }
    return (Double((0..<count).count { operands[$0 * stride] == largest }), 0)
  }

  /// Infinite operands share alike, as the limit has it for one.
  @inline(__always)
  private func slope(_ index: Int, _ scale: (Double, lack: Double)) -> Double {
    if largest.isFinite {
      let power: (Double, lack: Double) = index == place ? (1, 0) : power(index)
      let share = power.0 / scale.0
      return share + share * (power.lack - scale.lack)
    }
    if largest == .infinity { return operands[index * stride] == largest ? 1 / scale.0 : 0 }
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
        refuse("log Σ exp of no numbers is not a number")
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
    guard let first else { refuse("log Σ exp of no values is not a number") }
    return first.recorded(.logSumExp, arguments: self)
  }
}

extension Value {
  /// Records an operation that takes any number of operands.
  func recorded(_ op: Op, arguments: [Value]) -> Value {
    let storage = storage
    let positions = arguments.map { value in
      require(
        value.storage == storage, "the operands of \(op) were recorded on different tapes")
      return value.position
    }
    let start = storage.pointee.count
    for position in positions {
      storage.pointee.makeRoom()
      _ = storage.pointee.append(
        Instruction(.argument, position), storage.pointee.data[position])
    }
    storage.pointee.makeRoom()
    let instruction = Instruction(op, start, positions.count)
    return Value(instruction, instruction.evaluate(storage.pointee.data), on: storage)
  }
}
