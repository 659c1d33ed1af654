/// Reads a pickle that holds tensors and dictionaries, and executes nothing: what would be a call
/// becomes a tensor where it is PyTorch's own way to write one, and else a thing that is only named.
///
/// - SeeAlso: Python's `pickletools`, which documents every operation.
struct PickleReader {
  struct Failure: Error {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  private var stack: [PickleValue] = []
  private var marks: [Int] = []
  private var memo: [Int: PickleValue] = [:]
  private var heap = PickleHeap()

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of a pickle, and the heap its parts live in.
  static func value(_ bytes: [UInt8]) throws(Failure) -> (value: PickleValue, heap: PickleHeap) {
    var reader = PickleReader(bytes)
    while reader.index < bytes.count {
      let op = bytes[reader.index]
      reader.index += 1
      if op == UInt8(ascii: ".") { return (try reader.pop(), reader.heap) }
      try reader.perform(op)
    }
    throw reader.failure
  }

  private var failure: Failure { Failure(offset: index) }

  private mutating func perform(_ op: UInt8) throws(Failure) {
    if try performConstant(op) { return }
    if try performMemo(op) { return }
    if try performCollection(op) { return }
    switch Unicode.Scalar(op) {
    case "c":
      let (module, name) = (try line(), try line())
      stack.append(.global("\(module).\(name)"))
    case "\u{93}":
      guard case .text(let name) = try pop(), case .text(let module) = try pop() else {
        throw failure
      }
      stack.append(.global("\(module).\(name)"))
    case "R", "\u{81}":
      let arguments = try pop()
      stack.append(heap.call(try pop(), arguments))
    case "\u{92}":
      _ = (try pop(), try pop())
      stack.append(heap.call(try pop(), .none))
    case "Q": stack.append(heap.storage(try pop()))
    case "b": try build(try pop())
    default: throw failure
    }
  }

  /// The state of an object: a dictionary's is beside its items and is passed over.
  private mutating func build(_ state: PickleValue) throws(Failure) {
    guard let object = stack.last else { throw failure }
    if case .object(let name, nil) = object {
      stack[stack.count - 1] = .object(name, heap.box(state))
    }
  }

  private mutating func performConstant(_ op: UInt8) throws(Failure) -> Bool {
    switch Unicode.Scalar(op) {
    case "\u{80}": index += 1
    case "\u{95}": index += 8
    case "N": stack.append(.none)
    case "\u{88}", "\u{89}": stack.append(.other)
    case "K": stack.append(.int(try number(1)))
    case "M": stack.append(.int(try number(2)))
    case "J": stack.append(.int(Int(Int32(truncatingIfNeeded: try number(4)))))
    case "\u{8A}": stack.append(try long(try number(1)))
    case "\u{8B}": stack.append(try long(try number(4)))
    case "G":
      _ = try part(8)
      stack.append(.other)
    case "X", "T", "B": stack.append(.text(try text(try number(4))))
    case "\u{8C}", "U", "C": stack.append(.text(try text(try number(1))))
    case "\u{8D}", "\u{8E}", "\u{96}": stack.append(.text(try text(try number(8))))
    default: return false
    }
    return true
  }

  private mutating func performMemo(_ op: UInt8) throws(Failure) -> Bool {
    switch Unicode.Scalar(op) {
    case "q": try remember(try number(1))
    case "r": try remember(try number(4))
    case "\u{94}": try remember(memo.count)
    case "h": try recall(try number(1))
    case "j": try recall(try number(4))
    default: return false
    }
    return true
  }

  private mutating func performCollection(_ op: UInt8) throws(Failure) -> Bool {
    switch Unicode.Scalar(op) {
    case "(": marks.append(stack.count)
    case "0": _ = try pop()
    case "1": _ = try popToMark()
    case "2":
      let top = try pop()
      stack += [top, top]
    case ")", "]", "\u{8F}": stack.append(heap.list([]))
    case "}": stack.append(heap.dictionary())
    case "t", "l", "\u{91}": stack.append(heap.list(try popToMark()))
    case "\u{85}": stack.append(heap.list(try pop(1)))
    case "\u{86}": stack.append(heap.list(try pop(2)))
    case "\u{87}": stack.append(heap.list(try pop(3)))
    case "d":
      let items = try popToMark()
      stack.append(heap.dictionary())
      try add(items)
    case "a": try append([try pop()])
    case "e", "\u{90}": try append(try popToMark())
    case "s": try add(try pop(2))
    case "u": try add(try popToMark())
    default: return false
    }
    return true
  }

  private mutating func append(_ values: [PickleValue]) throws(Failure) {
    guard let list = stack.last else { throw failure }
    heap.append(values, to: list)
  }

  private mutating func add(_ items: [PickleValue]) throws(Failure) {
    guard let dictionary = stack.last, items.count.isMultiple(of: 2) else { throw failure }
    heap.append(items, to: dictionary)
  }

  private mutating func remember(_ key: Int) throws(Failure) {
    guard let top = stack.last else { throw failure }
    memo[key] = top
  }

  private mutating func recall(_ key: Int) throws(Failure) {
    guard let value = memo[key] else { throw failure }
    stack.append(value)
  }

  private mutating func pop() throws(Failure) -> PickleValue {
    guard stack.count > marks.last ?? 0, let value = stack.popLast() else { throw failure }
    return value
  }

  private mutating func pop(_ count: Int) throws(Failure) -> [PickleValue] {
    guard stack.count - (marks.last ?? 0) >= count else { throw failure }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  private mutating func popToMark() throws(Failure) -> [PickleValue] {
    guard let mark = marks.popLast() else { throw failure }
    defer { stack.removeLast(stack.count - mark) }
    return Array(stack[mark...])
  }

  private mutating func part(_ count: Int) throws(Failure) -> ArraySlice<UInt8> {
    guard index <= bytes.count, count >= 0, count <= bytes.count - index else { throw failure }
    defer { index += count }
    return bytes[index..<index + count]
  }

  /// A number without a sign, the lowest byte first.
  private mutating func number(_ size: Int) throws(Failure) -> Int {
    guard let number = Int(exactly: UInt64(littleEndian: try part(size))) else { throw failure }
    return number
  }

  private mutating func long(_ size: Int) throws(Failure) -> PickleValue {
    let bytes = try part(size)
    guard size <= 8 else { return .other }
    let bits = UInt64(littleEndian: bytes)
    let isNegative = bytes.last.map { $0 >= 0x80 } ?? false
    let filled = isNegative && size < 8 ? bits | ~0 << UInt64(8 * size) : bits
    return .int(Int(truncatingIfNeeded: filled))
  }

  private mutating func text(_ size: Int) throws(Failure) -> String {
    String(decoding: try part(size), as: UTF8.self)
  }

  private mutating func line() throws(Failure) -> String {
    guard index <= bytes.count, let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else {
      throw failure
    }
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    index = end + 1
    return text
  }
}
