/// Cuts the text of an expression into tokens, one at a time, with the place of each.
struct Scanner {
  typealias Place = ExpressionError.Place

  private let text: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// Inside brackets a line end is white space.
  var bracketDepth = 0

  init(_ source: String) {
    text = Array(source.unicodeScalars.drop { $0 == "\u{FEFF}" })
  }

  /// The place of the next character.
  private var place: Place { Place(line: line, column: index - lineStart + 1) }

  /// The text between two indices of ``next()``.
  func source(from start: Int, to end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<end])
    return String(view)
  }

  /// The next token, where it stands, and the index it starts at.
  mutating func next() throws(ExpressionError) -> (token: Token, place: Place, start: Int) {
    skipBlanks()
    let (place, start) = (place, index)
    guard index < text.count else { return (.end, place, start) }
    let scalar = text[index]
    if scalar.isNewline || scalar == ";" {
      advance()
      return (.separator, place, start)
    }
    if ("0"..."9").contains(scalar) || scalar == "." { return (try number(place), place, start) }
    if scalar.isNamePart { return (name(), place, start) }
    advance()
    return (try sign(scalar, place), place, start)
  }

  private mutating func sign(_ scalar: Unicode.Scalar, _ place: Place) throws(ExpressionError)
    -> Token
  {
    switch scalar {
    case "(": return .open
    case ")": return .close
    case ",": return .comma
    case "=": return .assign(nil)
    case "*" where peek == "*":
      advance()
      return .sign("^")
    case "+", "-", "*", "/", "^", "−", "×", "·", "÷":
      let sign = Self.ascii[scalar] ?? Character(scalar)
      guard peek == "=" else { return .sign(sign) }
      advance()
      return .assign(sign)
    default:
      throw ExpressionError(place: place, problem: .strayCharacter(String(scalar)))
    }
  }

  private static let ascii: [Unicode.Scalar: Character] = ["−": "-", "×": "*", "·": "*", "÷": "/"]

  private mutating func number(_ place: Place) throws(ExpressionError) -> Token {
    let start = index
    while let scalar = peek, scalar.isNumberPart(after: text[max(start, index - 1)]) { advance() }
    let digits = source(from: start, to: index)
    guard digits != ".", let value = Double(digits) else {
      throw ExpressionError(place: place, problem: .malformedNumber(digits))
    }
    return .number(value)
  }

  private mutating func name() -> Token {
    let start = index
    while let scalar = peek, scalar.isNamePart { advance() }
    return .name(source(from: start, to: index))
  }

  private mutating func skipBlanks() {
    while let scalar = peek {
      if scalar == "#" || (scalar == "/" && index + 1 < text.count && text[index + 1] == "/") {
        while let scalar = peek, !scalar.isNewline { index += 1 }
      } else if scalar.properties.isWhitespace && (!scalar.isNewline || bracketDepth > 0) {
        advance()
      } else {
        return
      }
    }
  }

  private var peek: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private mutating func advance() {
    let scalar = text[index]
    index += 1
    guard scalar == "\n" else { return }
    line += 1
    lineStart = index
  }
}

extension Unicode.Scalar {
  fileprivate var isNewline: Bool { self == "\n" || self == "\r" }

  /// Letters, digits and whatever else is not ASCII, such as `β`, `x₁` or an emoji.
  fileprivate var isNamePart: Bool {
    if isASCII { return properties.isAlphabetic || ("0"..."9").contains(self) || self == "_" }
    return !properties.isWhitespace && !"−×·÷".unicodeScalars.contains(self)
      && properties.generalCategory != .control
  }

  /// Digits, letters and points belong to a number, and a sign right after its `e`.
  fileprivate func isNumberPart(after last: Unicode.Scalar) -> Bool {
    if self == "+" || self == "-" { return last == "e" || last == "E" }
    return isNamePart || self == "."
  }
}
