internal import Files
internal import Foundation

/// The file of a recording that is being written: nobody else writes it, and what was there before
/// stays until something whole can take its place.
final class RecordingFile {
  private let file: OpenFile
  /// Where the recording belongs, behind symbolic links.
  private let place: String
  /// Where it is until its first step is whole; `nil` once it is in its place.
  private var partial: String?
  /// What is there now, locked so that nobody goes on with it.
  private var replaced: OpenFile?
  private var size: Int

  /// A new recording; a device or a pipe is written to as it is.
  ///
  /// - Throws: ``RecordingError/file(reason:)``, or ``RecordingError/inUse(by:)``.
  init(replacing path: String) throws(RecordingError) {
    place = try Self.resolved(path)
    size = 0
    if Self.isSpecial(place) {
      file = try OpenFile(place, O_WRONLY)
      return
    }
    let partial = Self.partial(place)
    file = try Self.locked(partial)
    self.partial = partial
    do {
      replaced = try Self.existing(place)
      try replaced?.lock()
      if let mode = try replaced?.status().mode { file.allow(mode) }
      try file.cut(at: 0)
    } catch {
      remove(partial)
      throw error
    }
  }

  /// The recording of this name, to go on behind its intact part; the rest is cut off.
  ///
  /// - Parameter tail: how the intact part ends.
  /// - Throws: ``RecordingError/file(reason:)``, ``RecordingError/inUse(by:)``, or
  ///   ``RecordingError/changed`` if it is no longer the file that was read.
  init(
    continuing path: String, size: Int, ofAll read: Int, tail: [UInt8]
  ) throws(RecordingError) {
    place = try Self.resolved(path)
    self.size = size
    file = try OpenFile(place, O_RDWR)
    try file.lock()
    try Self.existing(Self.partial(place))?.lock()
    guard file.isStill(place), try file.status().size == read,
      file.bytes(at: size - tail.count, count: tail.count) == tail
    else { throw .changed }
    try file.cut(at: size)
  }

  deinit { if let partial { remove(partial) } }

  /// Adds all bytes, or none.
  func write(_ bytes: [UInt8]) throws(RecordingError) {
    do { try file.put(bytes) } catch {
      try? file.cut(at: size)
      throw error
    }
    size += bytes.count
  }

  /// Puts the recording in its place, for there is something whole in it.
  func settle() throws(RecordingError) {
    guard let partial else { return }
    guard rename(partial, place) == 0 else { throw OpenFile.failure() }
    self.partial = nil
    replaced = nil
  }

  /// The name until the first step is whole: always the same, so that the next run takes the place of
  /// one that was killed, and two at once meet.
  private static func partial(_ place: String) -> String { "\(place).partial" }

  private static func locked(_ partial: String) throws(RecordingError) -> OpenFile {
    while true {
      let file = try OpenFile(partial, O_RDWR | O_CREAT)
      try file.lock()
      // Its owner may have renamed it between the two.
      if file.isStill(partial) { return file }
    }
  }

  /// `nil` if there is no such file.
  private static func existing(_ path: String) throws(RecordingError) -> OpenFile? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return try OpenFile(path, O_RDWR)
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private static func resolved(_ path: String) throws(RecordingError) -> String {
    do { return try RealPath.confined(path) } catch { throw .file(reason: error.description) }
  }
}
