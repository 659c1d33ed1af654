/// A number, or one in each lane: what a formula can be written for once, so that examples side by
/// side have the bits of one by itself.
protocol Numbers {
  associatedtype Choice
  init(_ number: Double)
  static func + (x: Self, y: Self) -> Self
  static func - (x: Self, y: Self) -> Self
  static func * (x: Self, y: Self) -> Self
  static func / (x: Self, y: Self) -> Self
  /// The number without its sign.
  var size: Self { get }
  static func isLess(_ x: Self, _ y: Self) -> Choice
  /// `number` where `isChosen`, else this.
  func or(_ number: Self, _ isChosen: Choice) -> Self
}

extension Numbers {
  /// The number with the other sign, also where it is 0.
  @inline(__always)
  var opposite: Self { Self(-1) * self }

  /// c₀ + c₁·x + c₂·x² + … for an even number of coefficients: the even and the odd powers by
  /// Horner's rule each, so that one need not wait for the other.
  @inline(__always)
  func polynomial(_ coefficients: [Double]) -> Self {
    coefficients.withUnsafeBufferPointer { coefficients in
      let square = self * self
      var place = coefficients.count - 2
      var (even, odd) = (Self(coefficients[place]), Self(coefficients[place + 1]))
      while place > 2 {
        place -= 2
        even = even * square + Self(coefficients[place])
        odd = odd * square + Self(coefficients[place + 1])
      }
      // c₀, the largest, comes last, so that the sum is rounded once.
      odd = odd * square + Self(coefficients[1])
      return Self(coefficients[0]) + (even * square + odd * self)
    }
  }
}

extension Double: Numbers {
  @inline(__always)
  var size: Double { magnitude }
  @inline(__always)
  static func isLess(_ x: Double, _ y: Double) -> Bool { x < y }
  @inline(__always)
  func or(_ number: Double, _ isChosen: Bool) -> Double { isChosen ? number : self }
}

extension SIMD8: Numbers where Scalar == Double {
  @inline(__always)
  init(_ number: Double) { self.init(repeating: number) }
  @inline(__always)
  var size: Self {
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self) & 0x7FFF_FFFF_FFFF_FFFF
    return unsafeBitCast(bits, to: Self.self)
  }
  @inline(__always)
  static func isLess(_ x: LaneVector, _ y: LaneVector) -> SIMDMask<MaskStorage> { x .< y }
  @inline(__always)
  func or(_ number: LaneVector, _ isChosen: SIMDMask<MaskStorage>) -> LaneVector {
    replacing(with: number, where: isChosen)
  }

  /// The C library's eˣ in each lane.
  @inline(never)
  static func exactExp(_ x: LaneVector) -> LaneVector {
    var result = LaneVector()
    for lane in 0..<scalarCount { result[lane] = LibM.exp(x[lane]) }
    return result
  }
}
