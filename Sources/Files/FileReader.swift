internal import Foundation

/// Reads files whole: the one way by which they come into the program.
public enum FileReader {
  /// A plain file is read up to this many bytes.
  public static let plainLimit = 4 << 30
  /// A pipe or a device, which need not end, is read up to this many bytes.
  public static let streamLimit = 256 << 20

  /// What a file, a pipe or a device holds.
  ///
  /// - Parameter isInput: whether ``FilesRead`` remembers it.
  /// - Throws: ``FileError``, also for a file outside the folder of ``Confinement``.
  public static func bytes(
    of path: String, isInput: Bool = true
  ) throws(FileError) -> [UInt8] {
    try Confinement.check(path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(path) }
    defer { close(descriptor) }
    try Confinement.check(descriptor, path)
    return try bytes(from: descriptor, path, isInput: isInput)
  }

  /// What comes in on standard input.
  ///
  /// - Throws: ``FileError``.
  public static func bytesOfStandardInput() throws(FileError) -> [UInt8] {
    try bytes(from: STDIN_FILENO, "standard input", isInput: true)
  }

  private static func bytes(
    from descriptor: Int32, _ path: String, isInput: Bool
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, .isFolder) }
    let file = FileIdentity(status)
    if isInput, let file { FilesRead.add(file) }
    let limit = file == nil ? streamLimit : plainLimit
    let tooLong = FileError(path: path, .tooLong(limit: limit, isPlain: file != nil))
    if file != nil, status.st_size > limit { throw tooLong }
    let bytes = try pieces(descriptor, path, limit, size: file == nil ? 0 : Int(status.st_size))
    guard bytes.count <= limit else { throw tooLong }
    return bytes
  }

  /// All up to the end, or some more than `limit`.
  private static func pieces(
    _ descriptor: Int32, _ path: String, _ limit: Int, size: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    while bytes.count <= limit {
      let count = read(descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(path) }
      if count == 0 { break }
      bytes += UnsafeRawBufferPointer(rebasing: piece[..<count])
    }
    return bytes
  }
}
