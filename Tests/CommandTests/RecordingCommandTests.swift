import Foundation
import Testing

@Suite("Recordings from the command line") struct RecordingCommandTests {
  /// Trains the points sample into a folder.
  private static func trained(_ arguments: String...) throws -> Scratch {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      Tool.path,
      ["train", "Samples/points.yaml", "--quiet", "-o", scratch.file("frames")] + arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return scratch
  }

  @Test("training records beside the frames, elsewhere, or not at all") func record() throws {
    let scratch = try Self.trained()
    #expect(FileManager.default.fileExists(atPath: scratch.file("frames/run.gradrec")))
    let elsewhere = try Self.trained("--frames", "none", "--record", scratch.file("other.gradrec"))
    #expect(!FileManager.default.fileExists(atPath: elsewhere.file("frames")))
    #expect(
      try Data(contentsOf: scratch.url("other.gradrec"))
        == Data(contentsOf: scratch.url("frames/run.gradrec")))
    let none = try Self.trained("--record", "none", "--every", "30")
    #expect(try FileManager.default.contentsOfDirectory(atPath: none.file("frames")).count == 3)
    let wrong = try Tool.run(
      "train", "Samples/points.yaml", "--frames", "none", "--record", "/none/run.gradrec")
    #expect(
      wrong.code == 1
        && wrong.errors.contains("/none/run.gradrec: error: cannot be written: No such file"))
  }

  @Test("info tells what is in a recording, whole or damaged") func info() throws {
    let scratch = try Self.trained()
    let path = scratch.file("frames/run.gradrec")
    let info = try Tool.run("info", path)
    #expect(info.code == 0 && info.output.contains("steps       1 to 60 of 60"))
    #expect(info.output.contains("every checksum is right"))
    let json = try Tool.run("info", path, "--json")
    #expect(json.output.contains("\"recordedSteps\" : 60"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(bytes.count / 2).write(to: scratch.url("torn.gradrec"))
    let torn = try Tool.run("info", scratch.file("torn.gradrec"))
    #expect(torn.code == 0 && torn.errors.contains("the file is cut off in the middle of a step"))
    for (name, text) in [("noise.gradrec", "noise"), ("empty.gradrec", "")] {
      try Data(text.utf8).write(to: scratch.url(name))
      for command in ["info", "render", "neurons"] {
        let arguments = command == "render" ? ["-o", scratch.file("a.svg")] : []
        let outcome = try Tool.run(Tool.path, [command, scratch.file(name)] + arguments)
        #expect(outcome.code == 2)
        #expect(
          outcome.errors
            == "\(scratch.file(name)): error: this is not a recording of graphgrad train\n")
      }
    }
    #expect(try Tool.run("info", "/none.gradrec").code == 2)
  }

  @Test("an interrupted run goes on to the same file and the same losses") func resume() throws {
    let scratch = try Scratch()
    let paths = ["whole", "torn"].map { scratch.file("\($0).gradrec") }
    let losses = ["whole", "torn"].map { scratch.file("\($0).csv") }
    #expect(
      try Tool.run(
        "train", "Samples/points.yaml", "--frames", "none", "--record", paths[0], "--losses",
        losses[0]
      ).code == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: paths[0]))
    try bytes.prefix(bytes.count * 2 / 3).write(to: URL(fileURLWithPath: paths[1]))
    let resumed = try Tool.run(
      "train", "--resume", paths[1], "--frames", "none", "--losses", losses[1])
    #expect(resumed.code == 0, "\(resumed.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: paths[1])) == bytes)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: losses[1]))
        == Data(contentsOf: URL(fileURLWithPath: losses[0])))
    let again = try Tool.run("train", "--resume", paths[1], "--frames", "none")
    #expect(again.code == 2 && again.errors.contains("this run is finished"))
    #expect(try Tool.run("train", "--resume", paths[1], "--set", "steps=9").code == 2)
    #expect(try Tool.run("train").code == 2)
  }

  @Test("--fast computes the same to 1e-12, and a resumed run stays fast") func fast() throws {
    let scratch = try Scratch()
    let path = scratch.file("run.gradrec")
    func losses(_ arguments: String...) throws -> [Double] {
      let outcome = try Tool.run(
        Tool.path, ["train"] + arguments + ["--frames", "none", "--losses", "-"])
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").dropFirst()
        .compactMap { Double($0.split(separator: ",")[2]) }
    }
    let steps = ["Samples/yinyang.yaml", "--set", "steps=10"]
    let exact = try losses(steps[0], steps[1], steps[2], "--record", "none")
    let fast = try losses(steps[0], steps[1], steps[2], "--fast", "--record", path)
    #expect(exact.count == 11 && fast.count == exact.count && fast != exact)
    #expect(zip(exact, fast).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($0)) })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.dropLast(5_000).write(to: URL(fileURLWithPath: path))
    #expect(try losses("--resume", path) == fast)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    #expect(try Tool.run("train", "--resume", path, "--fast").code == 2)
  }

  @Test("a killed run loses at most the step it was in") func killed() throws {
    let scratch = try Scratch()
    let path = scratch.file("run.gradrec")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.currentDirectoryURL = Tool.top
    process.arguments = [
      "train", "Samples/moons.yaml", "--set", "steps=1000000", "--frames", "none", "--record", path,
      "--record-every", "1", "--quiet",
    ]
    try process.run()
    while (try? Data(contentsOf: URL(fileURLWithPath: path)).count) ?? 0 < 200_000 {
      usleep(10_000)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let info = try Tool.run("info", path)
    #expect(info.code == 0 && info.output.contains("the run is not finished"))
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    let intact = try #require(info.output.firstMatch(of: /format 1, ([0-9]+) bytes/)?.output.1)
    let step = 8 * 337 * 3 + 200
    #expect(size - (Int(intact) ?? 0) < step)
  }

  @Test("pictures come from a recording as from the training itself") func pictures() throws {
    let scratch = try Self.trained()
    let path = scratch.file("frames/run.gradrec")
    let frames = try Tool.run("frames", path, "--steps", "10..12", "-o", scratch.file("again"))
    #expect(frames.code == 0 && frames.output.hasPrefix("3 frames"))
    for number in 10...12 {
      #expect(
        try Data(contentsOf: scratch.url("again/step-\(number).svg"))
          == Data(contentsOf: scratch.url("frames/step-\(number).svg")))
    }
    for arguments in [
      ["--diff", "9"], ["--view", "scalar", "--example", "3"], ["--over", "data"],
    ] {
      let outcome = try Tool.run(
        Tool.path, ["frames", path, "--steps", "58..", "-o", scratch.file("other")] + arguments)
      #expect(outcome.code == 0 && outcome.output.hasPrefix("4 frames"), "\(outcome.errors)")
      #expect(FileManager.default.fileExists(atPath: scratch.file("other/step-end.svg")))
    }
    let inside = try Tool.run(
      "frames", path, "--inside", "37", "--by", "layer", "-o", scratch.file("inside"))
    #expect(inside.code == 0 && inside.output.hasPrefix("9 frames within step 37"))
    for (arguments, words) in [
      (["--steps", "99.."], "none of these is recorded"),
      (["--diff", "99"], "has the steps 1 to 60"),
      (["--inside", "61"], "has the steps 1 to 60"), (["--steps", "9..3"], "invalid"),
      (["--by", "layer"], "--by layer: error: this goes with --inside"),
      (["--every", "0"], "should be 1 or more"),
      (["--diff", "3", "--over", "data"], "compares one example"),
      (["--inside", "3", "--diff", "2"], "without --diff"),
    ] {
      let outcome = try Tool.run(
        Tool.path, ["frames", path, "-o", scratch.file("wrong")] + arguments)
      #expect(outcome.code == 2 && outcome.errors.contains(words), "\(arguments) \(outcome.errors)")
    }
    let render = try Tool.run(
      "render", path, "--step", "37", "--diff", "36", "-o", scratch.file("diff.png"))
    #expect(render.code == 0)
    #expect(
      try Tool.run("render", "Samples/points.yaml", "--diff", "3", "-o", scratch.file("a.svg")).code
        == 2)
    let neurons = try Tool.run("neurons", path, "--step", "20")
    #expect(
      neurons.output == (try Tool.run("neurons", "Samples/points.yaml", "--step", "20").output))
    let timeline = try Tool.run("timeline", path, "--csv", "-")
    #expect(
      timeline.output == (try Tool.run("timeline", "Samples/points.yaml", "--csv", "-").output))
    #expect(try Tool.run("prune", path, "-o", scratch.file("pruned")).code == 0)
    #expect(try Tool.run("neurons", path, "--set", "steps=3").code == 2)
  }

  @Test("a frame of training, one of the recording and a picture of its own are the same bytes")
  func frames() throws {
    let scratch = try Scratch()
    #expect(
      try Tool.run(
        "train", "Samples/dying-relu.yaml", "--quiet", "--set", "steps=12", "-o",
        scratch.file("trained")
      ).code == 0)
    let path = scratch.file("trained/run.gradrec")
    for view in ["neurons", "scalar"] {
      #expect(
        try Tool.run(
          "frames", path, "--view", view, "--steps", "9..11", "-o", scratch.file(view)
        ).code == 0)
      _ = try Tool.run("render", path, "--view", view, "--step", "11", "-o", scratch.file("a.svg"))
      #expect(
        try Data(contentsOf: scratch.url("a.svg"))
          == Data(contentsOf: scratch.url("\(view)/step-11.svg")))
    }
    #expect(
      try Data(contentsOf: scratch.url("trained/step-11.svg"))
        == Data(contentsOf: scratch.url("neurons/step-11.svg")))
    let text = try String(contentsOf: scratch.url("neurons/step-11.svg"), encoding: .utf8)
    #expect(text.contains("dead since step 7"))
  }

  @Test("a page and an animation are written whole") func players() throws {
    let scratch = try Self.trained()
    let path = scratch.file("frames/run.gradrec")
    #expect(try Tool.run("page", path, "-o", scratch.file("run.html")).code == 0)
    let page = try String(contentsOf: scratch.url("run.html"), encoding: .utf8)
    #expect(page.hasPrefix("<!doctype html>") && page.contains("</html>"))
    #expect(!page.contains("@@"))
    for arguments in [
      [], ["--frames", "5", "--speed", "2"], ["--inside", "20", "--view", "scalar"],
    ] {
      let outcome = try Tool.run(
        Tool.path, ["animate", path, "-o", scratch.file("run.svg")] + arguments)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let svg = try String(contentsOf: scratch.url("run.svg"), encoding: .utf8)
      #expect(svg.contains("@keyframes") && svg.hasSuffix("</svg>\n"))
    }
    #expect(try Tool.run("animate", path, "--frames", "1", "-o", scratch.file("a.svg")).code == 2)
    #expect(try Tool.run("page", path, "-o", "/none/run.html").code == 1)
  }
}
