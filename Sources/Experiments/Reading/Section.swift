internal import Yams

/// A mapping of an experiment, of which every key must be taken.
struct Section {
  let key: String
  let place: ExperimentError.Place
  private let fields: [(name: String, field: Field)]
  private let known: [String]

  /// - Parameter known: the keys that may stand here, in the order to show them.
  init(_ field: Field, known: [String], _ overrides: Overrides) throws(ExperimentError) {
    guard let mapping = field.node.mapping else {
      throw ExperimentError(place: field.place, problem: .notAMapping(key: field.key))
    }
    key = field.key
    place = field.place
    self.known = known
    var fields: [(String, Field)] = []
    for (nameNode, node) in mapping {
      let name = nameNode.scalar?.string ?? ""
      let path = field.key.isEmpty ? name : "\(field.key).\(name)"
      let own = overrides.place(of: path)
      guard known.contains(name) else {
        throw ExperimentError(
          place: own ?? field.place.moved(to: nameNode.mark),
          problem: .unknownKey(path, known: known))
      }
      fields.append(
        (name, Field(node: node, key: path, place: own ?? field.place.moved(to: node.mark))))
    }
    self.fields = fields
  }

  /// The field of this name, if it is given.
  subscript(name: String) -> Field? { fields.first { $0.name == name }?.field }

  /// The field of this name.
  ///
  /// - Parameter example: what could stand there, for the message.
  func required(_ name: String, example: String) throws(ExperimentError) -> Field {
    if let field = self[name] { return field }
    let path = key.isEmpty ? name : "\(key).\(name)"
    throw ExperimentError(place: place, problem: .missingKey(path, example: example))
  }
}
