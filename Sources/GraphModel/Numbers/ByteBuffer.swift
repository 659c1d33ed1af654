/// Text as UTF-8 that grows in place, used again from frame to frame.
///
/// What appends is inlinable: thousands of short texts a frame come from other rooms.
public struct ByteBuffer: ~Copyable {
  @usableFromInline var bytes: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var length = 0
  /// How many bytes there are.
  public var count: Int { length }

  /// An empty text with room for some bytes.
  public init(capacity: Int = 256) {
    self.capacity = max(capacity, 1)
    bytes = .allocate(capacity: self.capacity)
  }

  deinit { bytes.deallocate() }

  /// Forgets the text and keeps the room.
  public mutating func clear() { length = 0 }

  /// The text so far.
  public var contents: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes, count: length)
  }

  /// The text so far.
  public var string: String { String(decoding: contents, as: UTF8.self) }

  /// Appends a byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    bytes[length] = byte
    length += 1
  }

  /// Appends bytes.
  @inlinable @inline(__always)
  public mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    guard let start = other.baseAddress else { return }
    reserve(other.count)
    (bytes + length).update(from: start, count: other.count)
    length += other.count
  }

  /// Appends bytes.
  public mutating func append(_ other: [UInt8]) {
    other.withUnsafeBufferPointer { append($0) }
  }

  /// Appends words that stand in the program.
  @inlinable @inline(__always)
  public mutating func append(_ words: StaticString) {
    append(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  /// Appends a text.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a part of what is there already.
  @inlinable @inline(__always)
  public mutating func appendAgain(_ start: Int, _ count: Int) {
    reserve(count)
    (bytes + length).update(from: bytes + start, count: count)
    length += count
  }

  /// Appends bytes that `write` gives.
  @inline(__always)
  mutating func appendBytes(_ count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void) {
    reserve(count)
    write(bytes + length)
    length += count
  }

  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if length + more > capacity { grow(more) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ more: Int) {
    let room = max(2 * capacity, length + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    larger.update(from: bytes, count: length)
    bytes.deallocate()
    bytes = larger
    capacity = room
  }
}
