/// A layer named by a person.
enum LayerChoice {
  /// The layer of this name, or the only one whose name ends so.
  static func name(_ choice: String, among names: [String]) throws(WeightsError) -> String {
    if names.contains(choice) { return choice }
    let endings = names.filter { $0.hasSuffix(choice) && !choice.isEmpty }
    guard endings.count == 1 else {
      throw .layers(.unknownLayer(choice, known: endings.isEmpty ? names : endings))
    }
    return endings[0]
  }
}
