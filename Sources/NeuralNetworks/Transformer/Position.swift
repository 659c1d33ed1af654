/// The places in a text, counted from 0 here and from 1 in names.
enum Position {
  /// The name of the scope in which a position is computed.
  static func name(_ place: Int) -> String { "position\(place + 1)" }
}
