/// What the style sheet of an animation says besides that of its frames.
enum AnimationSheet {
  /// The rules for outlines, said again for outlines that are used from their definitions.
  static func shared(_ sheet: Substring) -> String {
    let dark = "@media (prefers-color-scheme:dark){"
    let parts = sheet.split(separator: dark, maxSplits: 1)
    let light = uses(parts[0])
    return parts.count == 2 ? "\(light)\(dark)\(uses(parts[1]))}" : light
  }

  private static func uses(_ rules: Substring) -> String {
    rules.matches(of: /([^{}]+)\{([^{}]*)\}/).map { match in
      let selectors = match.output.1.split(separator: ",").filter { $0.hasSuffix(" path") }
      guard !selectors.isEmpty else { return "" }
      let used = selectors.map { "\($0.dropLast(4))use" }.joined(separator: ",")
      return "\(used){\(match.output.2)}"
    }.joined()
  }

  /// The times of all stretches.
  static func rules(_ stretches: Set<Stretch>, _ clock: FrameClock) -> String {
    let changing = stretches.filter { !clock.isWhole($0) }.sorted()
    var times = ""
    var names = ""
    for stretch in changing {
      let name = clock.name(stretch)
      names += ".\(name){animation-name:\(name)}"
      times += "@keyframes \(name){"
      if stretch.first > 0 { times += "0%{opacity:0}" }
      times += "\(clock.percent(stretch.first))%{opacity:1}"
      if stretch.end < clock.count { times += "\(clock.percent(stretch.end))%{opacity:0}" }
      times += "}"
    }
    let duration = Canvas.number(clock.duration)
    return ".hidden{opacity:0}@media screen and (prefers-reduced-motion:no-preference){"
      + ".at{animation-duration:\(duration)s;animation-timing-function:step-end;"
      + "animation-iteration-count:infinite}\(names)}\(times)"
  }
}
