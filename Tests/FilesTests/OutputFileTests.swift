import Files
import Foundation
import Testing

@Suite("Writing files") struct OutputFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "graphgrad-files-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("a link stays a link: what it leads to is written, also if it is not there yet")
  func links() throws {
    try Data("old".utf8).write(to: URL(fileURLWithPath: "\(folder)/target"))
    for (link, target) in [("one", "target"), ("two", "one"), ("three", "none")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(link)", withDestinationPath: target)
    }
    try OutputFile.write([1], to: "\(folder)/two")
    try OutputFile.write([2], to: "\(folder)/three")
    #expect(try FileReader.bytes(of: "\(folder)/target") == [1])
    #expect(try FileReader.bytes(of: "\(folder)/none") == [2])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/two") == "one")
    #expect(try names() == ["none", "one", "target", "three", "two"])
  }

  @Test("links in a circle cannot be written") func circle() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/a", withDestinationPath: "a")
    #expect(throws: OutputError.self) { try OutputFile.write([1], to: "\(folder)/a") }
  }

  @Test("a file keeps its permissions", arguments: [0o600, 0o640, 0o755]) func mode(_ mode: Int)
    throws
  {
    let path = "\(folder)/a"
    try OutputFile.write([1], to: path)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try OutputFile.write([2], to: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test("a name as long as the system allows can be written") func long() throws {
    let name = String(repeating: "ä", count: 127)
    try OutputFile.write([1], to: "\(folder)/\(name)")
    #expect(try names() == [name])
  }

  @Test("what a killed process left of this file is swept, what a living one writes is not")
  func sweeping() throws {
    let dead = try Self.deadProcess()
    let living = ProcessInfo.processInfo.processIdentifier
    let left = ["a.svg.\(dead).partial", "a.svg.\(dead).3.partial"]
    let kept = [
      "a.svg.\(living).partial", "b.svg.\(dead).partial", "a.svg.x.partial", "a.svg.1.2.3.partial",
    ]
    for name in left + kept {
      try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    try OutputFile.write([1], to: "\(folder)/a.svg")
    #expect(try names() == (kept + ["a.svg"]).sorted())
  }

  /// The number of a process that was there and is no more.
  private static func deadProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exit 0"]
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  @Test("folders are made with those above them; a file in the way is said") func folders() throws {
    try OutputFile.makeFolder("\(folder)/a/b//c/")
    try OutputFile.makeFolder("\(folder)/a/b/c")
    #expect(try names() == ["a"])
    try OutputFile.write([1], to: "\(folder)/file")
    let error = #expect(throws: OutputError.self) { try OutputFile.makeFolder("\(folder)/file") }
    #expect(error?.description == "cannot be written: a file of this name is there")
    #expect(throws: OutputError.self) { try OutputFile.makeFolder("\(folder)/file/x") }
  }
}
