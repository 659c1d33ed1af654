/// Why layers stand in their order.
public enum LayerOrder: Sendable, Equatable {
  /// There is one layer only.
  case single
  /// Somebody named them in this order.
  case said
  /// They stand so in a file that has an order: JSON, or a graph.
  case file
  /// By the numbers in their names.
  case numbers
  /// It is the only order in which each layer fits the one before.
  case shapes
  /// As ``shapes``, though the file or the numbers in the names say another order.
  case shapesOnly
}

extension LayerOrder {
  /// Puts layers in order.
  ///
  /// - Parameters:
  ///   - hasOrder: whether the layers stand in the order of a graph.
  ///   - inputs: how many inputs the network has, if that is known.
  static func sorted(
    _ layers: [LinearLayer], hasOrder: Bool, inputs: Int?
  ) throws(WeightsError) -> (layers: [LinearLayer], order: LayerOrder) {
    guard layers.count > 1 else { return (layers, .single) }
    let keys = layers.map { LayerNameKey($0.name) }
    let isNumbered = keys.allSatisfy { $0.texts == keys[0].texts }
    let numbered = layers.indices.sorted { (keys[$0].numbers, $0) < (keys[$1].numbers, $1) }
    let first = hasOrder ? Array(layers.indices) : numbered
    if hasOrder || isNumbered, chains(layers, first) {
      return (first.map { layers[$0] }, hasOrder ? .file : .numbers)
    }
    let orders = [
      (hasOrder ? [] : chainings(layers, inputs, keys), LayerOrder.shapes),
      (chainings(layers, inputs, nil), .shapesOnly),
    ]
    for (found, reason) in orders where !found.isEmpty {
      guard found.count == 1 else {
        let names = found.map { $0.map { layers[$0].name } }
        throw .layers(.orderUnsure(names[0], names[1]))
      }
      return (found[0].map { layers[$0] }, reason)
    }
    return (first.map { layers[$0] }, .numbers)
  }

  /// Whether each layer fits the one before.
  private static func chains(_ layers: [LinearLayer], _ order: [Int]) -> Bool {
    zip(order, order.dropFirst()).allSatisfy { layers[$0].shape[0] == layers[$1].shape[1] }
  }

  /// Up to two orders in which each layer fits the one before.
  ///
  /// - Parameter keys: names whose numbers should not go down where their texts are the same.
  private static func chainings(
    _ layers: [LinearLayer], _ inputs: Int?, _ keys: [LayerNameKey]?
  ) -> [[Int]] {
    var search = ChainSearch(layers: layers, inputs: inputs, keys: keys)
    search.extend()
    return search.result
  }
}

/// Looks for orders of layers, depth first.
private struct ChainSearch {
  let layers: [LinearLayer]
  let inputs: Int?
  let keys: [LayerNameKey]?
  private var found: [[Int]] = []
  private var order: [Int] = []
  /// A search that takes longer is called unsure.
  private var steps = 20_000

  init(layers: [LinearLayer], inputs: Int?, keys: [LayerNameKey]?) {
    (self.layers, self.inputs, self.keys) = (layers, inputs, keys)
  }

  /// Two orders where there may be more than one.
  var result: [[Int]] {
    steps >= 0 ? found : [Array(layers.indices), found.first ?? layers.indices.reversed()]
  }

  mutating func extend() {
    guard order.count < layers.count else {
      found.append(order)
      return
    }
    for next in layers.indices where fits(next) {
      steps -= 1
      if found.count > 1 || steps < 0 { return }
      order.append(next)
      extend()
      order.removeLast()
    }
  }

  private func fits(_ next: Int) -> Bool {
    guard !order.contains(next) else { return false }
    let expected = order.last.map { layers[$0].shape[0] } ?? inputs
    guard expected == nil || expected == layers[next].shape[1] else { return false }
    guard let keys else { return true }
    return layers.indices.allSatisfy { other in
      order.contains(other) || other == next || keys[other].texts != keys[next].texts
        || !(keys[other].numbers < keys[next].numbers)
    }
  }
}

/// A name cut where text meets a number: `net.10.linear` is `net.`, 10 and `.linear`.
private struct LayerNameKey {
  private(set) var texts: [String] = [""]
  private(set) var numbers = Numbers()

  /// Compared number by number.
  struct Numbers: Comparable {
    var numbers: [Int] = []

    static func < (one: Numbers, other: Numbers) -> Bool {
      one.numbers.lexicographicallyPrecedes(other.numbers)
    }
  }

  init(_ name: String) {
    var rest = name[...]
    while let first = rest.first {
      let isNumber = Self.isDigit(first)
      let part = rest.prefix { Self.isDigit($0) == isNumber }
      // A number too large for an `Int` is as large as can be.
      if isNumber { numbers.numbers.append(Int(part) ?? .max) }
      texts.append(isNumber ? "0" : String(part))
      rest = rest.dropFirst(part.count)
    }
    // Keras calls its layers `dense`, `dense_1`, `dense_2`.
    if let last = name.last, !Self.isDigit(last) {
      texts += ["_", "0"]
      numbers.numbers.append(0)
    }
    if texts.count > 2, texts.last == "0", let text = texts.dropLast().last, text.hasSuffix("_"),
      text.count > 1
    {
      texts.replaceSubrange(
        texts.count - 2..<texts.count, with: [String(text.dropLast()), "_", "0"])
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
