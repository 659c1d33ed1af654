internal import Diagrams
internal import GraphModel

extension Caption {
  /// The same words, and how many boxes stand for how many values, if scopes are folded.
  func folded(by fold: FoldPlan) -> Caption {
    guard fold.groupCount > 0 else { return self }
    var caption = self
    let words = "folded: \(fold.boxCount) boxes for \(fold.valueCount) values"
    caption.detail += detail.isEmpty ? words : " · \(words)"
    caption.widestDetail += widestDetail.isEmpty ? words : " · \(words)"
    return caption
  }
}
