/// The bar across the end of a curve that subtracts, as inhibition is drawn in neuroscience: a second
/// sign beside the colour, for print and for eyes that see no difference between the two colours.
enum Tee {
  static let name = "tee"
  /// Half the length of the bar, in points.
  static let reach = 4.5
  static let width = 1.6

  /// Where the bar stands before the box that the curve ends at.
  static func x(before end: Double) -> Double { ((end - 3) * 100).rounded() / 100 }
}
