import Foundation
import Testing

@Suite("Recordings while they are written") struct RecordingWritersTests {
  private static let long = ["train", "Samples/points.yaml", "--frames", "none", "--quiet"]
  private static let steps = ["--set", "steps=200000", "--record-every", "1"]

  /// A training that goes on until it is ended.
  private static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = arguments
    process.currentDirectoryURL = Tool.top
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func end(_ process: Process) {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Waits until a file is there with so many bytes.
  private static func wait(for path: String, bytes: Int = 1) throws {
    for _ in 0..<2_000 {
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      if size ?? 0 >= bytes { return }
      usleep(10_000)
    }
    Issue.record("\(path) was not written")
  }

  @Test("two runs cannot write one recording; readers can read it, and the lock ends with the run")
  func writers() throws {
    let scratch = try Scratch()
    let path = scratch.file("run.gradrec")
    let first = try Self.start(Self.long + Self.steps + ["--record", path])
    defer { Self.end(first) }
    try Self.wait(for: path, bytes: 20_000)
    for arguments in [
      Self.long + ["--record", path], ["train", "--resume", path, "--frames", "none"],
    ] {
      let second = try Tool.run(Tool.path, arguments)
      #expect(second.code != 0)
      #expect(second.errors.contains("another run, process \(first.processIdentifier), is writing"))
    }
    #expect(try Tool.run("info", path).code == 0)
    #expect(first.isRunning)
    Self.end(first)
    #expect(try Tool.run("info", path).code == 0)
    #expect(try Tool.run(Tool.path, Self.long + ["--record", path]).code == 0)
    #expect(try Tool.run("info", path).output.contains("every checksum is right"))
    #expect(try scratch.files() == ["run.gradrec"])
  }

  @Test("of runs that start at the same moment one writes the recording, and it is whole")
  func race() throws {
    let scratch = try Scratch()
    let path = scratch.file("run.gradrec")
    for _ in 0..<4 {
      let runs = try (0..<4).map { _ in try Self.start(Self.long + ["--record", path]) }
      for run in runs { run.waitUntilExit() }
      #expect(runs.contains { $0.terminationStatus == 0 })
      let info = try Tool.run("info", path)
      #expect(info.code == 0 && info.output.contains("1 to 60 of 60, and the network after"))
      #expect(info.output.contains("every checksum is right"))
    }
    #expect(try scratch.files() == ["run.gradrec"])
  }

  @Test("a run that is killed at any moment leaves the old recording, or a new one to go on with")
  func kills() throws {
    let scratch = try Scratch()
    let path = scratch.file("run.gradrec")
    #expect(
      try Tool.run(Tool.path, Self.long + ["--set", "name=old", "--record", path]).code == 0)
    let old = try Data(contentsOf: URL(fileURLWithPath: path))
    var kept = 0
    for round in 0..<12 {
      try old.write(to: URL(fileURLWithPath: path))
      let run = try Self.start(Self.long + Self.steps + ["--record", path])
      usleep(UInt32(round * round) * 2_000)
      Self.end(run)
      if try Data(contentsOf: URL(fileURLWithPath: path)) == old {
        kept += 1
        continue
      }
      let info = try Tool.run("info", path)
      #expect(info.code == 0 && info.output.contains("of 200000; the run is not finished"))
    }
    #expect(kept > 0, "none was killed before its first step")
    // What a killed run left beside the recording is gone with the next.
    #expect(try Tool.run(Tool.path, Self.long + ["--record", path]).code == 0)
    #expect(try scratch.files() == ["run.gradrec"])
  }

  @Test(
    "a run that fails before its first step leaves the old recording; links and permissions stay")
  func replacing() throws {
    let scratch = try Scratch()
    let (path, link) = (scratch.file("run.gradrec"), scratch.file("link.gradrec"))
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "run.gradrec")
    let failed = try Tool.run(
      Tool.path, Self.long + ["--record", link, "--losses", "/none/losses.csv"])
    #expect(failed.code != 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try Tool.run(Tool.path, Self.long + ["--record", link]).code == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "run.gradrec")
    #expect(try Tool.run("info", path).code == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try scratch.files() == ["link.gradrec", "run.gradrec"])
  }

  @Test("a recording that leaves steps out goes on to the same losses, frames and file")
  func thinned() throws {
    let scratch = try Scratch()
    let settings = ["train", "Samples/dying-relu.yaml", "--quiet", "--set", "steps=40"]
    let whole = try Tool.run(
      Tool.path,
      settings + [
        "--record-every", "7", "--every", "4", "-o", scratch.file("whole"), "--losses",
        scratch.file("whole.csv"),
      ])
    #expect(whole.code == 0, "\(whole.errors)")
    let bytes = try Data(contentsOf: scratch.url("whole/run.gradrec"))
    let torn = scratch.file("torn.gradrec")
    let last = try #require(bytes.range(of: Data("step".utf8), options: .backwards))
    try bytes.prefix(last.upperBound).write(to: URL(fileURLWithPath: torn))
    let resumed = try Tool.run(
      "train", "--resume", torn, "--every", "4", "-o", scratch.file("torn"), "--losses",
      scratch.file("torn.csv"))
    #expect(resumed.code == 0, "\(resumed.errors)")
    #expect(resumed.errors.contains("between them are taken again"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: torn)) == bytes)
    #expect(
      try Data(contentsOf: scratch.url("torn.csv")) == Data(contentsOf: scratch.url("whole.csv")))
    let frames = try FileManager.default.contentsOfDirectory(atPath: scratch.file("torn"))
    #expect(frames.count > 1)
    for frame in frames {
      #expect(
        try Data(contentsOf: scratch.url("torn/\(frame)"))
          == Data(contentsOf: scratch.url("whole/\(frame)")), "\(frame)")
    }
  }

  @Test("text that something else wrote into a recording is named")
  func foreignText() throws {
    let scratch = try Scratch()
    let path = scratch.file("run.gradrec")
    #expect(try Tool.run(Tool.path, Self.long + ["--record", path]).code == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let last = try #require(bytes.range(of: Data("last".utf8), options: .backwards))
    bytes.insert(contentsOf: Data("step 60/60  loss 0.1\n".utf8), at: last.lowerBound)
    try bytes.write(to: URL(fileURLWithPath: path))
    for command in [["info", path], ["render", path, "-o", scratch.file("a.svg")]] {
      let outcome = try Tool.run(Tool.path, command)
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("\"step 60/60  loss 0.1\" stands where a step should begin"))
      #expect(outcome.errors.contains("its first \(last.lowerBound) bytes alone are a recording"))
    }
  }
}
