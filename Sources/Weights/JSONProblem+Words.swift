internal import Refusal

extension JSONProblem {
  package var words: String {
    switch self {
    case .notUTF8: "it is not UTF-8 text"
    case .notAnObject: "a { should be here"
    case .valueExpected:
      "a value should be here, such as 0.5, [1, 2] or \"text\"; NaN, Infinity and a comma before "
        + "the closing bracket are not JSON"
    case .keyExpected: "a key in quotes should be here, such as \"layers\""
    case .colonExpected: "a : should follow the key"
    case .commaOrEndExpected(let end): "a comma or \(end) should be here"
    case .unclosedText: "this text lacks its closing \" or holds a line break"
    case .badEscape: "after \\ should come one of \" \\ / b f n r t, or u and four hex digits"
    case .badNumber: "this is not how JSON writes a number, such as 0.5, -1 or 2e-3"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .duplicateKey(let key): "the key \(Words.quoted(key)) stands here twice"
    case .textAfterEnd: "nothing should follow the end of the value"
    }
  }
}

extension JSONProblem: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { words }
}
