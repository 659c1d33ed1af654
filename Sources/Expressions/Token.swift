/// A piece of an expression's text.
enum Token: Equatable {
  case number(Double)
  case name(String)
  case sign(Character)
  /// `=`, or an operator with `=` such as `+=`.
  case assign(Character?)
  case open, close, comma
  case separator
  case end

  /// How the token is named in a message.
  var spelling: String {
    switch self {
    case .number(let value): "\(value)"
    case .name(let name): name
    case .sign(let sign): String(sign)
    case .assign(let sign): (sign.map { String($0) } ?? "") + "="
    case .open: "("
    case .close: ")"
    case .comma: ","
    case .separator: "the end of the statement"
    case .end: "the end of the text"
    }
  }
}
