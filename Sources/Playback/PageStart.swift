internal import Experiments

/// What a page shows first.
struct PageStart: Encodable {
  let view: String
  /// A training example, counted from 1.
  var example: Int?
  /// Inputs of one's own, with what should come out.
  var input: [Double]?
  var target: [Double]?

  init(_ view: ViewDescription) {
    self.view = view.kind.rawValue
    switch view.subject {
    case .example(let number): example = number
    case .input(let numbers, let answer):
      input = numbers
      target = answer
    case .text: break
    }
  }
}
