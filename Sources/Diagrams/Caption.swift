/// The words above a drawing: which graph this is, and at which step and example.
public struct Caption: Sendable, Equatable {
  /// The first line.
  public var title: String
  /// The second line, whose numbers may change from frame to frame.
  public var detail: String
  /// The widest text that ``detail`` takes in a run of frames; room is kept for it.
  public var widestDetail: String

  /// A caption; room is kept for `widestDetail` if it is given.
  public init(title: String, detail: String = "", widestDetail: String? = nil) {
    self.title = title
    self.detail = detail
    self.widestDetail = widestDetail ?? detail
  }

  /// More characters than this are not drawn of ``detail``.
  static let detailLimit = 300

  var shownDetail: String { Escaping.shortened(detail, to: Self.detailLimit) }

  /// Says that what is drawn are changes since a step.
  public mutating func compare(to step: Int) {
    detail += " · changes since step \(step)"
    widestDetail += " · changes since step \(step)"
  }
}
