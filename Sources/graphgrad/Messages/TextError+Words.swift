import GraphGradKit

extension TextError {
  var words: String {
    switch self {
    case .notUTF8: "this line is not UTF-8 text"
    case .noTexts: "there is no text in this file; it should have one on each line"
    }
  }
}
