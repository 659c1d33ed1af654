internal import Foundation
internal import Synchronization

/// Keeps a program inside one folder: of files that others named, none outside is read or written.
///
/// It holds for the whole program and cannot be lifted. What counts is where an opened file is, by
/// the system's word, not how it is named.
public enum Confinement {
  private struct Place {
    let folder: String
    let advice: String
  }

  private static let place = Mutex<Place?>(nil)

  /// Stays in a folder from now on.
  ///
  /// - Parameter advice: what to do for a file elsewhere, for messages.
  public static func enter(_ folder: String, advice: String) throws(FileError) {
    guard let real = RealPath.ofExisting(folder) else { throw .system(folder) }
    place.withLock { $0 = $0 ?? Place(folder: real, advice: advice) }
  }

  /// Fails for a name that leads outside, whether there is such a file or not.
  public static func check(_ path: String) throws(FileError) {
    guard let place = place.withLock({ $0 }) else { return }
    guard let real = RealPath.planned(path) else { throw FileError(path: path, .missing) }
    guard contains(real, place) else { throw outside(path, place) }
  }

  /// Fails for what was opened outside.
  static func check(_ descriptor: Int32, _ path: String) throws(FileError) {
    guard let place = place.withLock({ $0 }) else { return }
    guard let real = RealPath.ofOpened(descriptor) ?? sameFile(descriptor, path),
      contains(real, place)
    else { throw outside(path, place) }
  }

  /// The real path of a name, if it leads to what was opened.
  private static func sameFile(_ descriptor: Int32, _ path: String) -> String? {
    var (named, opened) = (stat(), stat())
    guard let real = RealPath.ofExisting(path), stat(real, &named) == 0,
      fstat(descriptor, &opened) == 0, named.st_dev == opened.st_dev, named.st_ino == opened.st_ino
    else { return nil }
    return real
  }

  private static func contains(_ real: String, _ place: Place) -> Bool {
    real.hasPrefix(PathWords.joined(place.folder, ""))
  }

  private static func outside(_ path: String, _ place: Place) -> FileError {
    FileError(path: path, .outside(folder: place.folder, advice: place.advice))
  }
}
