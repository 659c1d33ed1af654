import Foundation
import Testing

@Suite("graphgrad train and gradcheck") struct TrainTests {
  @Test("writes a frame a step with one layout, and says how it went") func frames() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      "train", "Samples/yinyang.yaml", "--set", "steps=12", "-o", scratch.path)
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix("step 1/12  loss 1.0122  accuracy 47.5 %"))
    #expect(outcome.output.contains("12 frames in"))
    let files = try scratch.files().filter { $0 != "run.gradrec" }
    #expect(files == (1...12).map { ($0 < 10 ? "step-0" : "step-") + "\($0).svg" })
    let paths = try Set(
      files.map { file in
        try String(contentsOf: scratch.url(file), encoding: .utf8)
          .matches(of: /\b(?:d|points|x|y|viewBox)="[^"]*"/).map { String($0.output) }
      })
    #expect(paths.count == 1, "no box moves between frames")
  }

  @Test("--every thins the frames, --quiet is silent, PNG frames share their size") func options()
    throws
  {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      "train", "Samples/yinyang.yaml", "--set", "steps=9", "--every", "4", "--frames", "png",
      "--quiet", "--record", "none", "-o", scratch.path)
    #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    #expect(try scratch.files() == ["step-1.png", "step-5.png", "step-9.png"])
    let sizes = try Set(scratch.files().map { try Data(contentsOf: scratch.url($0))[16..<24] })
    #expect(sizes.count == 1)
    _ = try Tool.run(
      "train", "Samples/yinyang.yaml", "--set", "steps=2", "--quiet", "--record", "none", "-o",
      scratch.path)
    #expect(try scratch.files() == ["step-1.svg", "step-2.svg"], "frames of the last run are gone")
  }

  @Test("losses go to a file or to standard output as CSV") func losses() throws {
    let scratch = try Scratch()
    let arguments = ["train", "Samples/yinyang.yaml", "--frames", "none", "--set", "steps=2"]
    let streamed = try Tool.run(Tool.path, arguments + ["--losses", "-"])
    #expect(
      streamed.output == """
        step,split,loss
        1,val,1.0538977419739777
        1,train,1.0122152826497561
        2,train,0.8466614840586785

        """)
    _ = try Tool.run(Tool.path, arguments + ["--losses", scratch.file("l.csv")])
    #expect(try String(contentsOf: scratch.url("l.csv"), encoding: .utf8) == streamed.output)
  }

  @Test(
    "wrong input: a message with the place, exit code 2, nothing written",
    arguments: [
      ("steps: 5", "steps: five", ":7:8: error: steps is \"five\" but should be a whole number"),
      ("loss:", "lost:", ":5:1: error: unknown key lost; known here: name, seed"),
      ("tanh", "tanhh", ":4:48: error: model.activation is \"tanhh\" but should be one of linear"),
      ("[8, 3]", "[8, 4]", ":4:28: error: model.layers is 4 outputs for loss: crossEntropy"),
      ("{kind: yin", "{kind: [yin", ":3:34: error: this is not YAML"),
      ("yinyang", "nothing", ":3:14: error: data.kind is \"nothing\" but should be one of yinyang"),
    ])
  func wrongInput(_ old: String, _ new: String, _ message: String) throws {
    let scratch = try Scratch()
    let yaml = """
      name: test
      seed: 42
      data: {kind: yinyang, count: 100}
      model: {kind: mlp, layers: [8, 3], activation: tanh}
      loss: crossEntropy
      optimizer: {kind: adamw, learningRate: 0.1}
      steps: 5
      """
    let file = scratch.file("e.yaml")
    try Data(yaml.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: file))
    let outcome = try Tool.run("train", file, "-o", scratch.file("frames"))
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(file + message), "\(outcome.errors)")
    #expect(try scratch.files() == ["e.yaml"])
  }

  @Test("a folder that cannot be made fails before training") func unwritable() throws {
    let scratch = try Scratch()
    try Data().write(to: scratch.url("file"))
    let outcome = try Tool.run("train", "Samples/yinyang.yaml", "-o", scratch.file("file/frames"))
    #expect(outcome.code == 1 && outcome.errors.contains("cannot be written"))
    #expect(!outcome.errors.contains("step 1/"))
  }

  @Test("no run ends well with nothing written and nothing said") func nothing() throws {
    let scratch = try Scratch()
    let quiet = try Tool.run("train", "Samples/points.yaml", "--frames", "none", "--quiet")
    #expect(quiet.code == 2 && quiet.errors.hasPrefix("--quiet: error: with --frames none nothing"))
    let path = scratch.file("a")
    for option in ["--record", "--losses"] {
      let outcome = try Tool.run(
        "train", "Samples/basketball.yaml", option, path, "-o", scratch.file("b"))
      #expect(outcome.code == 2 && outcome.errors.contains("trains no steps"), "\(outcome.errors)")
    }
    #expect(try scratch.files().isEmpty)
    let still = try Tool.run(
      "train", "Samples/basketball.yaml", "--quiet", "-o", scratch.file("b"))
    #expect(still.code == 0 && still.errors.contains("trains no steps"))
  }

  @Test("a loss that runs away is warned of once") func runaway() throws {
    let outcome = try Tool.run(
      "train", "Samples/moons.yaml", "--frames", "none", "--quiet", "--set",
      "optimizer.learningRate=1e9", "--losses", "/dev/null")
    #expect(outcome.code == 0)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("warning: the training loss is"))
  }

  @Test("gradcheck passes true gradients and fails past the tolerance") func gradcheck() throws {
    let good = try Tool.run("gradcheck", "Samples/yinyang.yaml")
    #expect(good.code == 0 && good.output.contains("51 gradients checked"))
    let strict = try Tool.run("gradcheck", "Samples/expression.grad", "--tolerance", "1e-16")
    #expect(strict.code == 1 && strict.errors.contains("a gradient is off by more than 1e-16"))
    #expect(strict.output.contains("largest error"))
  }
}
