internal import Refusal

extension LayersProblem {
  package var words: String {
    switch self {
    case .none: "there is no layer in the file; a layer is a weight and a bias"
    case .missing(let tensor): "\(Words.quoted(tensor)) is missing; every layer has a weight"
    case .emptyTensor(let tensor, let shape):
      "\(Words.quoted(tensor)) of shape \(Words.shape(shape)) holds no numbers; a layer has at "
        + "least one input and one output"
    case .raggedRow(let tensor, let row, let found, let expected):
      "row \(row) of \(Words.quoted(tensor)) has \(Words.count(found, "number")), the first row "
        + "has \(expected)"
    case .biasDoesNotFit(let bias, let shape, let weight, let weightShape):
      "\(Words.quoted(bias)) of shape \(Words.shape(shape)) does not fit \(Words.quoted(weight)) "
        + "of shape \(Words.shape(weightShape)); a bias has a number for each row of the weight"
    case .layersDoNotFit(let weight, let shape, let before, let beforeShape):
      "\(Words.quoted(weight)) of shape \(Words.shape(shape)) cannot follow "
        + "\(Words.quoted(before)) of shape \(Words.shape(beforeShape)): it takes "
        + "\(Words.count(shape[1], "input")), but the layer before has "
        + "\(Words.count(beforeShape[0], "output")); --layers a,b says the order, and takes a part of "
        + "a larger model"
    case .orderUnsure(let first, let second):
      "neither names nor shapes tell the order of the layers; say it: --layers "
        + "\(first.joined(separator: ","))"
        + (first == second ? "" : ", or --layers \(second.joined(separator: ","))")
        + ", or another"
    case .unknownLayer(let name, let known):
      "there is no layer \(Words.quoted(name)), or more than one; there are \(Words.list(known))"
    case .orientationUnsure(let tensor, let shape):
      "\(Words.quoted(tensor)) of shape \(Words.shape(shape)) may be [inputs, outputs] or [outputs, "
        + "inputs]; save it as NAME.kernel for the first or NAME.weight for the second"
    case .notFinite(let tensor, let index, let value):
      "\(Words.quoted(tensor)) holds \(value) at \(place(index)); every number should be finite"
    }
  }

  private func place(_ index: [Int]) -> String {
    index.count == 2 ? "row \(index[0]), column \(index[1])" : "place \(index[0])"
  }
}

extension LayersProblem: CustomStringConvertible {
  /// What is wrong and where, and what would be right.
  public var description: String { words }
}
