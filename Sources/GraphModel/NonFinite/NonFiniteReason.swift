/// Why an operation on finite numbers gives, or passes back, one that is not.
enum NonFiniteReason {
  /// Of a value that is not finite.
  static func ofValue(_ node: Node, _ operands: [Double]) -> String {
    let words = operands.map(NumberFormat.constant)
    let first = operands[0]
    switch node.operation {
    case "log":
      return first == 0
        ? "log of 0 is −∞" : "log of a negative number, \(words[0]), is no real number"
    case "sqrt": return "√ of a negative number, \(words[0]), is no real number"
    case "divide" where operands[1] == 0:
      return first == 0 ? "0 ÷ 0 has no value" : "\(words[0]) is divided by 0"
    case "power" where first == 0 && operands[1] < 0:
      return "0 to the power \(words[1]) is a division by 0"
    case "power" where node.data.isNaN:
      return "a negative number, \(words[0]), to a power that is not whole, \(words[1]), is no real"
        + " number"
    default: break
    }
    let call = "\(node.symbol)(\(words.joined(separator: ", ")))"
    if node.data.isNaN { return "\(call) has no value" }
    let isSign = ["add", "subtract", "multiply", "divide", "power"].contains(node.operation)
    return "\(isSign ? words.joined(separator: " \(node.symbol) ") : call) \(tooLarge)"
  }

  /// Of what an operation passes back to one of its operands.
  static func ofGradient(
    _ node: Node, _ slot: Int, _ operands: [Double], _ definition: String
  ) -> String {
    let slope = node.derivatives[slot]
    let gradient = NumberFormat.constant(node.gradient ?? .nan)
    if slope.isFinite {
      let product = "the slope \(NumberFormat.constant(slope)) times the gradient \(gradient)"
      return "in \(definition) \(product) \(tooLarge)"
    }
    let words = operands.map(NumberFormat.constant)
    if node.operation == "power", slot == 1, operands[0] < 0 {
      return
        "in \(definition) the slope by the exponent takes log of a negative number, \(words[0])"
    }
    let place =
      operands.count == 1
      ? "\(node.symbol) of \(words[0])" : words.joined(separator: " \(node.symbol) ")
    if node.operation == "divide", operands[1] != 0 {
      return "in \(definition) the slope of \(place) \(tooLarge)"
    }
    return "in \(definition) \(place) has \(slope.isNaN ? "no" : "an infinite") slope"
  }

  private static let tooLarge = "is larger than a double can be"
}
