/// The kinds of picture that libgvc makes here.
public enum PictureFormat: String, CaseIterable, Sendable {
  case svg, png, pdf
  /// DOT again, with the positions of the layout.
  case dot

  /// Whether letters are drawn in it, and not left to its reader.
  var hasLetters: Bool { self == .png || self == .pdf }

  /// What libgvc calls it, the renderer named where several could answer; `nil` for PNG, which is
  /// made of libgvc's pixels here.
  var renderer: String? {
    switch self {
    case .svg: "svg:svg:core"
    case .png: nil
    case .pdf: "pdf:cairo"
    case .dot: "dot"
    }
  }
}
