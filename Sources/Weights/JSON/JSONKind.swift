/// The kinds of value the JSON form of a network is made of.
public enum JSONKind: Sendable, Equatable {
  /// `{"key": value}`
  case object
  /// `[1, 2]`
  case list
  /// `"text"`
  case text
  /// `0.5`
  case number
}
