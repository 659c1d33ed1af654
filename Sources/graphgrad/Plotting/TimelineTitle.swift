import GraphGradKit

/// The words above a timeline.
enum TimelineTitle {
  static func text(_ name: String, _ history: FiringHistory) -> String {
    let what =
      history.withSeveralPlaces.isEmpty ? "in which examples" : "at which share of their places"
    return "\(name) · \(what) neurons fire, step by step"
  }
}
