/// Writes an SVG again with a prefix before its ids, classes and the names of its animations.
struct SVGNaming {
  private(set) var result: [UInt8] = []
  private let prefix: [UInt8]

  init(prefix: String, capacity: Int) {
    self.prefix = Array("\(prefix)-".utf8)
    result.reserveCapacity(capacity)
  }

  mutating func read(_ svg: ArraySlice<UInt8>) {
    var rest = svg
    var isSheet = false
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      if isSheet { writeSheet(rest[..<start]) } else { result += rest[..<start] }
      rest = rest[start...]
      let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      isSheet = rest.starts(with: "<style".utf8)
      writeTag(rest[..<end])
      rest = rest[end...]
    }
    result += rest
  }

  private mutating func writeTag(_ tag: ArraySlice<UInt8>) {
    var rest = tag
    // Attributes are parted by one space, and quotes inside a value are escaped.
    while let (head, value) = Self.attribute(of: rest) {
      result += head
      if head.ends(with: " id=\"") {
        result += prefix + value
      } else if head.ends(with: " class=\"") {
        writeClasses(value)
      } else if head.ends(with: " href=\""), value.first == UInt8(ascii: "#") {
        result += [UInt8(ascii: "#")] + prefix + value.dropFirst()
      } else {
        result += value
      }
      result.append(UInt8(ascii: "\""))
      rest = rest[value.endIndex...].dropFirst()
    }
    if tag.starts(with: "<svg ".utf8) { result += " style=\"max-width:100%;height:auto\"".utf8 }
    result += rest
  }

  /// What stands before the next value, with its opening quote, and the value.
  private static func attribute(
    of tag: ArraySlice<UInt8>
  ) -> (head: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    guard let open = tag.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let value = tag[(open + 1)...]
    guard let close = value.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    return (tag[...open], value[..<close])
  }

  private mutating func writeClasses(_ value: ArraySlice<UInt8>) {
    for (place, name) in value.split(separator: UInt8(ascii: " ")).enumerated() {
      if place > 0 { result.append(UInt8(ascii: " ")) }
      result += prefix + name
    }
  }

  /// In rules a dot before a letter starts a class; numbers have digits behind theirs.
  private mutating func writeSheet(_ sheet: ArraySlice<UInt8>) {
    var last: UInt8 = 0
    for (place, byte) in zip(sheet.indices, sheet) {
      let isName = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      if isName, last == UInt8(ascii: ".") || Self.namesAnimation(sheet[..<place]) {
        result += prefix
      }
      result.append(byte)
      last = byte
    }
  }

  private static func namesAnimation(_ text: ArraySlice<UInt8>) -> Bool {
    text.ends(with: "@keyframes ") || text.ends(with: "animation-name:")
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with words: StaticString) -> Bool {
    words.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
