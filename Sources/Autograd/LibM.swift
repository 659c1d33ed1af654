#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The C library's mathematics, named apart from `Op`'s cases and kept from being folded.
enum LibM {
  static func exp(_ x: Double) -> Double { _exp(x) }
  static func log(_ x: Double) -> Double { _log(x) }
  static func sin(_ x: Double) -> Double { _sin(x) }
  static func cos(_ x: Double) -> Double { _cos(x) }
  static func tan(_ x: Double) -> Double { _tan(x) }
  static func atan2(_ y: Double, _ x: Double) -> Double { _atan2(y, x) }
  static func tanh(_ x: Double) -> Double { _tanh(x) }
  static func log1p(_ x: Double) -> Double { _log1p(x) }

  /// `base` to the power `exponent`, by the C library whatever the exponent.
  ///
  /// Never inlined: the optimiser turns `pow(x, 2)` and `pow(x, -1)` with a visible exponent into
  /// `x * x` and `1 / x`, which differ from the library's result in the last bit now and then.
  @inline(never)
  static func pow(_ base: Double, _ exponent: Double) -> Double { _pow(base, exponent) }
}

private func _exp(_ x: Double) -> Double { exp(x) }
private func _log(_ x: Double) -> Double { log(x) }
private func _sin(_ x: Double) -> Double { sin(x) }
private func _cos(_ x: Double) -> Double { cos(x) }
private func _tanh(_ x: Double) -> Double { tanh(x) }
private func _tan(_ x: Double) -> Double { tan(x) }
private func _atan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
private func _log1p(_ x: Double) -> Double { log1p(x) }
private func _pow(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
