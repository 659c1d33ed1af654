/// What keeps a text from being JSON (RFC 8259).
public enum JSONProblem: Error, Sendable, Equatable {
  /// The text is not UTF-8.
  case notUTF8
  /// A safetensors header begins with something other than `{`.
  case notAnObject
  /// A value should be here.
  case valueExpected
  /// A key in quotes should be here.
  case keyExpected
  /// A colon should follow the key.
  case colonExpected
  /// A comma or the closing `]` or `}` should be here.
  case commaOrEndExpected(end: Character)
  /// A text in quotes ends nowhere, or holds a line break or another control character.
  case unclosedText
  /// An escape such as `\n` that does not exist or is cut off.
  case badEscape
  /// A number that JSON writes differently, such as `.5`, `1.` or `01`.
  case badNumber
  /// More levels of brackets than any network has.
  case tooDeep(limit: Int)
  /// An object has this key twice.
  case duplicateKey(String)
  /// Something follows the end.
  case textAfterEnd
}
