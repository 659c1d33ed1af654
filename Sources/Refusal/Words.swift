/// Phrases that messages share.
package enum Words {
  /// At most 24 names, with commas.
  package static func list(_ names: [String]) -> String {
    let shown = names.prefix(24).joined(separator: ", ")
    return names.count > 24 ? "\(shown), …" : shown
  }
}

extension Words {
  /// A name from a file in quotes, as ``escaped(_:)``.
  package static func quoted(_ name: String) -> String { "\"\(escaped(name))\"" }

  /// A name from a file without control characters, cut off where it is very long.
  package static func escaped(_ name: String) -> Substring {
    String(name.prefix(80)).debugDescription.dropFirst().dropLast()
  }

  /// A shape such as `[8, 2]`.
  package static func shape(_ shape: [Int]) -> String {
    let sizes = shape.prefix(8).map(String.init) + (shape.count > 8 ? ["…"] : [])
    return "[\(sizes.joined(separator: ", "))]"
  }

  /// `1 byte`, `2 bytes`.
  package static func count(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }

  /// `line 3, column 5: ` for `:3:5`, and nothing for nothing.
  package static func place(_ place: String) -> String {
    let parts = place.split(separator: ":")
    return switch parts.count {
    case 2: "line \(parts[0]), column \(parts[1]): "
    case 1: "line \(parts[0]): "
    default: ""
    }
  }
}
