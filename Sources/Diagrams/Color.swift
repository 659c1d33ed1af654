/// A colour on a light ground and its counterpart on a dark one, as `#rrggbb`.
public struct Color: Sendable, Hashable {
  public let light: String
  public let dark: String

  public init(_ light: String, dark: String) {
    self.light = light
    self.dark = dark
  }
}
