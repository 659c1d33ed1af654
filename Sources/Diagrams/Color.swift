/// A colour on a light ground and its counterpart on a dark one, as `#rrggbb`.
public struct Color: Sendable, Hashable {
  /// On a light ground.
  public let light: String
  /// On a dark ground.
  public let dark: String

  /// A colour and its counterpart, each as `#rrggbb`.
  public init(_ light: String, dark: String) {
    self.light = light
    self.dark = dark
  }
}
