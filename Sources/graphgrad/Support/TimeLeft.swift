/// How long a run will still take, in words.
enum TimeLeft {
  /// `40 s`, `3 min`, `2 h 10 min`; `nil` before there is something to go by, and at the end.
  ///
  /// - Parameters:
  ///   - taken: the steps that took so many `seconds`.
  ///   - rest: the steps to come.
  static func words(taken: Int, rest: Int, seconds: Double) -> String? {
    guard taken > 0, rest > 0, seconds >= 2 else { return nil }
    return words(seconds: seconds / Double(taken) * Double(rest))
  }

  /// Rounded as people say it: seconds below a minute and a half, then minutes, then hours.
  static func words(seconds: Double) -> String {
    guard seconds < 86_400_000 else { return "over 1000 days" }
    if seconds < 90 { return "\(max(1, Int(seconds.rounded()))) s" }
    let minutes = Int((seconds / 60).rounded())
    if minutes < 90 { return "\(minutes) min" }
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours < 48 { return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min" }
    return "\((hours + 12) / 24) days"
  }
}
