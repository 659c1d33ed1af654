internal import Experiments

/// Reads the blocks of a recording up to the first that is not intact.
struct RecordingReader {
  private let bytes: [UInt8]
  private(set) var offset: Int
  private(set) var damage: RecordingDamage?

  init(_ bytes: [UInt8]) throws(RecordingError) {
    let magic = Array(RecordingHead.magic.utf8)
    guard bytes.starts(with: magic) else { throw .notARecording }
    let version = bytes.dropFirst(magic.count).prefix(20).prefix { $0 != UInt8(ascii: "\n") }
    let start = magic.count + version.count + 1
    guard version.elementsEqual("\(Recording.formatVersion)".utf8), start <= bytes.count else {
      throw .unknownVersion(String(decoding: version, as: UTF8.self))
    }
    self.bytes = bytes
    offset = start
  }

  mutating func recording() throws(RecordingError) -> Recording {
    guard let first = try next(), first.kind == .head else {
      throw .damagedHead(
        reason: damage.map { $0.kind == .checksum ? "its checksum is wrong" : "it is cut off" }
          ?? "it does not come first")
    }
    let head = try RecordingHead(json: first.payload)
    var rules = StepRules(head)
    var steps: [RecordedStep] = []
    while let (kind, payload, start) = try next() {
      let step = RecordedStep(
        payload: payload, count: head.run.parameterCount, rowNames: head.optimizerRows)
      guard let step, rules.accepts(step, kind) else {
        damage = RecordingDamage(offset: start, kind: .misplaced)
        offset = start
        break
      }
      steps.append(step)
    }
    return Recording(
      head, steps, isFinished: rules.isFinished, damage: damage, intactSize: offset,
      fileSize: bytes.count)
  }

  /// The next intact block; `nil` at the end, or where the intact part ends.
  private mutating func next() throws(RecordingError)
    -> (kind: Block.Kind, payload: ArraySlice<UInt8>, start: Int)?
  {
    guard offset < bytes.count else { return nil }
    var reader = ByteReader(bytes[offset...])
    guard let name = reader.take(4) else { return stop(.cutOff) }
    if let text = foreignText() { throw .foreignText(text, offset: offset) }
    guard let length = reader.integer(UInt64.self),
      let payload = reader.take(Int(clamping: length)),
      let checksum = reader.integer(UInt32.self)
    else { return stop(.cutOff) }
    var expected = CRC32()
    expected.add(bytes[offset..<payload.endIndex])
    guard expected.value == checksum else { return stop(.checksum) }
    let start = offset
    guard let kind = Block.Kind(rawValue: String(decoding: name, as: UTF8.self)) else {
      throw .unknownBlock(kind: String(decoding: name, as: UTF8.self), offset: offset)
    }
    offset = reader.offset
    return (kind, payload, start)
  }

  /// The text that stands where a block should begin: no length of a block is made of letters, but
  /// any program that writes words to a wrong descriptor leaves some.
  private func foreignText() -> String? {
    let start = bytes[offset...].prefix(Block.headSize)
    guard start.count == Block.headSize, start.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      return nil
    }
    let text = bytes[offset...].prefix { (0x20..<0x7F).contains($0) }.prefix(40)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func stop(
    _ kind: RecordingDamage.Kind
  ) -> (kind: Block.Kind, payload: ArraySlice<UInt8>, start: Int)? {
    damage = RecordingDamage(offset: offset, kind: kind)
    return nil
  }
}
