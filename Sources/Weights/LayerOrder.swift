/// The order of a network's layers, told from their names.
///
/// A name is cut where text meets a number. Numbers are compared as numbers, so that `10` follows
/// `9`; texts by where they first appear in the file.
enum LayerOrder {
  /// Sorts layers that come in the order of the file.
  static func sorted(_ layers: [LinearLayer]) -> [LinearLayer] {
    var ranks: [Substring: Int] = [:]
    let keys = layers.enumerated().map { index, layer in
      parts(of: layer.name).map { rank($0, in: &ranks) } + [index]
    }
    let order = keys.sorted { $0.lexicographicallyPrecedes($1) }
    return order.compactMap(\.last).map { layers[$0] }
  }

  /// Texts at even places, perhaps empty, and numbers at odd ones: `net.10` is `net.` and `10`.
  private static func parts(of name: String) -> [(text: Substring, isNumber: Bool)] {
    var parts: [(text: Substring, isNumber: Bool)] = []
    var rest = name[...]
    repeat {
      let isNumber = parts.count.isMultiple(of: 2) == false
      let text = rest.prefix { isDigit($0) == isNumber }
      parts.append((text, isNumber))
      rest = rest.dropFirst(text.count)
    } while !rest.isEmpty
    return parts
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// A number too large for an `Int` is as large as can be.
  private static func rank(
    _ part: (text: Substring, isNumber: Bool), in ranks: inout [Substring: Int]
  ) -> Int {
    if part.isNumber { return Int(part.text) ?? .max }
    let rank = ranks[part.text] ?? ranks.count
    ranks[part.text] = rank
    return rank
  }
}
