/// The JSON form of a network, read key by key.
struct NetworkText {
  private static let keys = ["layers", "format", "name"]
  private static let layerKeys = ["weight", "bias", "activation", "name"]

  private let bytes: ArraySlice<UInt8>

  init(_ text: String) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let all = Array(text.utf8)
    bytes = all.starts(with: mark) ? all.dropFirst(3) : all[...]
  }

  func layers() throws(WeightsError) -> [LinearLayer] {
    let members = try members(of: value(), "the file", known: Self.keys)
    guard let list = members["layers"] else { throw .layers(.none) }
    var layers: [LinearLayer] = []
    for (index, value) in try values(list, "layers").enumerated() {
      layers.append(try layer(value, standardName: LinearLayer.standardName(index)))
    }
    return layers
  }

  private func value() throws(WeightsError) -> JSONValue {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    do throws(JSONScanner.Failure) {
      return try JSONScanner.value(of: bytes)
    } catch {
      let (line, column) = place(error.offset)
      throw .notJSON(line: line, column: column, error.problem)
    }
  }

  private func layer(
    _ value: JSONValue, standardName: String
  ) throws(WeightsError) -> LinearLayer {
    let members = try members(of: value, standardName, known: Self.layerKeys)
    let name = try text(members["name"], "\(standardName).name") ?? standardName
    var layer = LinearLayer(name: name, weight: [], bias: [])
    guard let weight = members["weight"] else { throw .layers(.missing(tensor: layer.weightName)) }
    guard let bias = members["bias"] else { throw .layers(.missing(tensor: layer.biasName)) }
    for (row, value) in try values(weight, layer.weightName).enumerated() {
      layer.weight.append(try numbers(value, "row \(row + 1) of \(layer.weightName)"))
    }
    layer.bias = try numbers(bias, layer.biasName)
    layer.activation = try text(members["activation"], "\(name).activation")
    return layer
  }
}

extension NetworkText {
  private func members(
    of value: JSONValue, _ name: String, known: [String]
  ) throws(WeightsError) -> [JSONValue.Member] {
    guard let members = value.object else { throw wrongKind(value, name, .object) }
    for member in members where !known.contains(member.key) {
      let (line, column) = place(member.offset)
      throw .unknownKey(line: line, column: column, key: member.key, known: known)
    }
    return members
  }

  private func values(_ value: JSONValue, _ name: String) throws(WeightsError) -> [JSONValue] {
    guard let values = value.list else { throw wrongKind(value, name, .list) }
    return values
  }

  private func numbers(_ value: JSONValue, _ name: String) throws(WeightsError) -> [Double] {
    var numbers: [Double] = []
    for (index, value) in try values(value, name).enumerated() {
      guard let number = value.double else {
        throw wrongKind(value, "number \(index + 1) of \(name)", .number)
      }
      numbers.append(number)
    }
    return numbers
  }

  private func text(_ value: JSONValue?, _ name: String) throws(WeightsError) -> String? {
    guard let value, !value.isNull else { return nil }
    guard let text = value.text else { throw wrongKind(value, name, .text) }
    return text
  }

  private func wrongKind(_ value: JSONValue, _ name: String, _ kind: JSONKind) -> WeightsError {
    let (line, column) = place(value.offset)
    return .wrongKind(line: line, column: column, name: name, expected: kind)
  }

  /// Line and column, the column in bytes.
  private func place(_ offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<offset]
    let newline = UInt8(ascii: "\n")
    let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? bytes.startIndex
    return (before.count { $0 == newline } + 1, offset - lineStart + 1)
  }
}
