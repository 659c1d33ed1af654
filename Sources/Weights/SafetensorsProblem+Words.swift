internal import Refusal

extension SafetensorsProblem {
  package var words: String {
    switch self {
    case .noHeader(let bytes):
      "the file ends after \(Words.count(bytes, "byte")); a safetensors file begins with 8 that "
        + "tell the length of its header"
    case .headerLength(let length, let available):
      "this is no safetensors file, or it is cut off: its header would be \(length) bytes long, "
        + "but \(available) follow"
    case .headerNotJSON(let byte, let problem):
      "this is no safetensors file, or it is damaged: its header is not JSON at byte \(byte): "
        + problem.words
    case .unusedBytes(let count):
      "\(Words.count(count, "byte")) at the end of the file "
        + "belong\(count == 1 ? "s" : "") to no tensor; the file is damaged"
    }
  }
}

extension SafetensorsProblem: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { words }
}
