import Files
import Foundation
import Testing

@Suite("Reading files") struct FileReaderTests {
  @Test(
    "what is no file is said",
    arguments: [
      ("/none/x", "there is no such file"), ("/", "this cannot be read as a file: it is a folder"),
      ("", "there is no such file"), ("~", "there is no such file"),
      (
        "/dev/zero", "this does not end: a pipe or a device is read up to 256 MB"
      ),
    ])
  func refused(_ path: String, _ words: String) {
    let error = #expect(throws: FileError.self) { try FileReader.bytes(of: path) }
    #expect(error?.description == words)
  }

  @Test("a file that says it is huge is not read") func huge() throws {
    let path = NSTemporaryDirectory() + "graphgrad-\(UUID().uuidString)"
    defer { unlink(path) }
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    truncate(path, 1 << 40)
    let error = #expect(throws: FileError.self) { try FileReader.bytes(of: path) }
    #expect(error?.description == "this is too large to be read: more than 4 GB")
  }

  @Test("an empty device is empty, and a file that was read is known by all its names")
  func read() throws {
    #expect(try FileReader.bytes(of: "/dev/null").isEmpty)
    #expect(!FilesRead.contains("/dev/null"))
    let path = NSTemporaryDirectory() + "graphgrad-\(UUID().uuidString)"
    defer { for name in [path, path + "-soft", path + "-hard"] { unlink(name) } }
    try OutputFile.write([1, 2], to: path)
    symlink(path, path + "-soft")
    link(path, path + "-hard")
    #expect(try FileReader.bytes(of: path) == [1, 2])
    for name in [path, path + "-soft", path + "-hard"] { #expect(FilesRead.contains(name)) }
  }

  @Test("a path is taken as it is written")
  func words() {
    for (path, folder, name, stem) in [
      ("a/b.c", "a", "b.c", "b"), ("b.c", ".", "b.c", "b"), ("/b", "/", "b", "b"),
      ("~/x.y.z", "~", "x.y.z", "x.y"), (".hidden", ".", ".hidden", ".hidden"),
      ("a//b", "a/", "b", "b"), ("", ".", "", ""),
    ] {
      let words = PathWords(path)
      #expect(words.folder == folder && words.name == name && words.stem == stem, "\(path)")
    }
    #expect(PathWords("~/x").whole == FileManager.default.currentDirectoryPath + "/~/x")
  }
}
