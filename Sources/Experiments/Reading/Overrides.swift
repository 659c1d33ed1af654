internal import Yams

/// Values given beside the file, such as `model.layers=[16,3]`, put into the tree before it is read.
struct Overrides {
  private var sources: [String: String] = [:]

  /// Where the value of `key` was given, if not in the file.
  func place(of key: String) -> ExperimentError.Place? {
    let owner = sources.first { key == $0.key || key.hasPrefix("\($0.key).") }
    return owner.map { .setting($0.value) }
  }

  /// Puts the value of a setting into `root`.
  mutating func apply(_ setting: String, to root: inout Node) throws(ExperimentError) {
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !path.contains(""), !parts[1].isEmpty else {
      throw ExperimentError(place: .setting(setting), problem: .malformedSetting)
    }
    let value = try YAMLText(String(parts[1]), place: .setting(setting)).root()
    root = Self.setting(root, path[...], value)
    sources[String(parts[0])] = setting
  }

  private static func setting(_ node: Node, _ path: ArraySlice<String>, _ value: Node) -> Node {
    guard let name = path.first else { return value }
    var mapping = node.mapping ?? Node.Mapping([])
    let key = mapping.first { $0.key.scalar?.string == name }?.key ?? Node(name, .implicit)
    mapping[key] = setting(mapping[key] ?? .mapping(Node.Mapping([])), path.dropFirst(), value)
    return .mapping(mapping)
  }
}
