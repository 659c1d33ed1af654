/// What can be wrong with a zip archive or a gzip file.
public enum ArchiveError: Error, Equatable, Sendable {
  /// The list of entries at the archive's end is missing or leads nowhere; the file may be cut off.
  case noDirectory
  /// An entry, or the whole file, is damaged or cut off.
  case damaged(entry: String?)
  /// An entry is encrypted, or compressed by another method than deflate.
  case unsupported(entry: String)
  /// What is packed is larger than ``Inflate/sizeLimit``.
  case tooLarge(entry: String?)
}
