internal import Refusal

extension UnknownScope: CustomStringConvertible {
  /// What is wrong and what there is.
  public var description: String {
    "\(name): there is no such scope; there are \(Words.list(known))"
  }
}
