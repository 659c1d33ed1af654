import Foundation

/// Every place of a JSON value, and what else could stand there.
enum JSONFields {
  /// A way into a value: keys of objects and places of lists.
  typealias Path = [Step]

  enum Step: Hashable {
    case key(String)
    case place(Int)
  }

  /// All ways; of long lists those to the first, the middle and the last element.
  static func paths(_ value: Any) -> [Path] {
    [[]] + children(value).flatMap { step, child in paths(child).map { [step] + $0 } }
  }

  private static func children(_ value: Any) -> [(Step, Any)] {
    if let object = value as? [String: Any] {
      return object.sorted { $0.key < $1.key }.map { (.key($0.key), $0.value) }
    }
    guard let list = value as? [Any], !list.isEmpty else { return [] }
    return Set([0, list.count / 2, list.count - 1]).sorted().map { (.place($0), list[$0]) }
  }

  static func value(at path: Path, in value: Any) -> Any {
    path.reduce(value) { value, step in
      switch step {
      case .key(let key): (value as? [String: Any])?[key] ?? NSNull()
      case .place(let place): (value as? [Any])?[place] ?? NSNull()
      }
    }
  }

  /// The whole with another value in one place; `nil` for none there.
  static func replacing(_ whole: Any, _ path: some Collection<Step>, with new: Any?) -> Any {
    guard let step = path.first else { return new ?? NSNull() }
    let rest = path.dropFirst()
    switch step {
    case .key(let key):
      var object = whole as? [String: Any] ?? [:]
      object[key] = rest.isEmpty ? new : replacing(object[key] ?? NSNull(), rest, with: new)
      return object
    case .place(let place):
      var list = whole as? [Any] ?? []
      if rest.isEmpty, new == nil {
        list.remove(at: place)
      } else {
        list[place] = replacing(list[place], rest, with: new)
      }
      return list
    }
  }

  /// What could stand in place of a value, of its own type and of others; `nil` for nothing.
  static func others(_ value: Any) -> [Any?] {
    let strange: [Any?] = [nil, NSNull(), "text", 3, [Any](), [String: Any]()]
    if let list = value as? [Any] {
      let first = list.prefix(1)
      return strange + [
        Array(list.dropLast()), list + list.suffix(1), Array(list.reversed()),
        Array(first + first + first), list.map { _ in list[0] },
      ]
    }
    if value is [String: Any] { return strange }
    if value is String {
      return strange + ["", "nan", "\u{0}\u{1B}[31m\n\"<&\\", String(repeating: "x", count: 5_000)]
    }
    let number = (value as? NSNumber)?.doubleValue ?? 0
    return strange + [
      number - 1, number + 1, -number, 0, 7, 1_000_000_007, NSNumber(value: Int64.max),
      NSNumber(value: Int64.min), 1e300, 0.5, "nan", "inf", true,
    ]
  }
}
