/// Text as UTF-8 that grows in place, used again from frame to frame.
public struct ByteBuffer: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes there are.
  public private(set) var count = 0

  /// An empty text with room for some bytes.
  public init(capacity: Int = 256) {
    self.capacity = max(capacity, 1)
    bytes = .allocate(capacity: self.capacity)
  }

  deinit { bytes.deallocate() }

  /// Forgets the text and keeps the room.
  public mutating func clear() { count = 0 }

  /// The text so far.
  public var contents: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes, count: count)
  }

  /// The text so far.
  public var string: String { String(decoding: contents, as: UTF8.self) }

  /// Appends a byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    bytes[count] = byte
    count += 1
  }

  /// Appends bytes.
  @inline(__always)
  public mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    guard let start = other.baseAddress else { return }
    reserve(other.count)
    (bytes + count).update(from: start, count: other.count)
    count += other.count
  }

  /// Appends bytes.
  public mutating func append(_ other: [UInt8]) {
    other.withUnsafeBufferPointer { append($0) }
  }

  /// Appends words that stand in the program.
  @inline(__always)
  public mutating func append(_ words: StaticString) {
    append(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  /// Appends a text.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a part of what is there already.
  @inline(__always)
  public mutating func appendAgain(_ start: Int, _ length: Int) {
    reserve(length)
    (bytes + count).update(from: bytes + start, count: length)
    count += length
  }

  /// Appends bytes that `write` gives.
  @inline(__always)
  mutating func appendBytes(_ length: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void) {
    reserve(length)
    write(bytes + count)
    count += length
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let room = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
    capacity = room
  }
}
