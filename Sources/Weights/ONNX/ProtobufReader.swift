/// The fields of a protocol buffers message, as they stand on the wire.
///
/// - SeeAlso: <https://protobuf.dev/programming-guides/encoding/>
struct ProtobufMessage {
  enum Field {
    case number(UInt64)
    case bytes(ArraySlice<UInt8>)
    case word(ArraySlice<UInt8>)
  }

  private let fields: [(number: Int, field: Field)]

  /// `nil` for bytes that are no message.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var fields: [(Int, Field)] = []
    while !rest.isEmpty {
      guard let tag = Self.varint(&rest), tag >> 3 > 0, let number = Int(exactly: tag >> 3),
        let field = Self.field(kind: tag & 7, &rest)
      else { return nil }
      fields.append((number, field))
    }
    self.fields = fields
  }

  private static func field(kind: UInt64, _ rest: inout ArraySlice<UInt8>) -> Field? {
    switch kind {
    case 0: varint(&rest).map(Field.number)
    case 1: take(8, &rest).map(Field.word)
    case 2: varint(&rest).flatMap { Int(exactly: $0) }.flatMap { take($0, &rest) }.map(Field.bytes)
    case 5: take(4, &rest).map(Field.word)
    default: nil
    }
  }

  private static func take(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private static func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      if shift == 63, byte > 1 { return nil }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    return nil
  }

  /// All fields of this number that hold bytes: texts and messages.
  func all(_ number: Int) -> [ArraySlice<UInt8>] {
    fields.compactMap { field in
      if field.number == number, case .bytes(let bytes) = field.field { bytes } else { nil }
    }
  }

  func messages(_ number: Int) -> [ProtobufMessage] {
    all(number).compactMap { ProtobufMessage($0) }
  }

  func texts(_ number: Int) -> [String] { all(number).map { String(decoding: $0, as: UTF8.self) } }

  func text(_ number: Int) -> String { texts(number).last ?? "" }

  /// The last number of this field; `nil` without one.
  func number(_ number: Int) -> Int? { numbers(number).last }

  /// The numbers of a repeated field, packed or not.
  func numbers(_ number: Int) -> [Int] {
    fields.filter { $0.number == number }.flatMap { field -> [Int] in
      switch field.field {
      case .number(let value): return [Int(truncatingIfNeeded: value)]
      case .word: return []
      case .bytes(var rest):
        var numbers: [Int] = []
        while let value = Self.varint(&rest) { numbers.append(Int(truncatingIfNeeded: value)) }
        return numbers
      }
    }
  }

  /// The bytes of a repeated field of fixed size, packed or not.
  func words(_ number: Int) -> [UInt8] {
    fields.filter { $0.number == number }.flatMap { field -> [UInt8] in
      switch field.field {
      case .number: []
      case .word(let bytes), .bytes(let bytes): Array(bytes)
      }
    }
  }
}
