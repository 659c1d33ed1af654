import GraphGradKit

/// Texts that a model wrote, and which of them are not in its data.
struct WrittenTexts {
  private let texts: [(text: String, isNew: Bool)]
  private let trained: Int

  init(_ texts: [String], _ split: Split) {
    let known = Set((split.train + split.validation + split.test).compactMap(\.name))
    self.texts = texts.map { ($0, !known.contains($0)) }
    trained = known.count
  }

  var csv: String {
    "text,new\n"
      + texts.map { "\(CSVText.field($0.text)),\($0.isNew ? "yes" : "no")\n" }.joined()
  }

  var words: String {
    let new = texts.count(where: \.isNew)
    return "\(new) of \(texts.count) are none of the \(trained) texts of the data"
  }
}
