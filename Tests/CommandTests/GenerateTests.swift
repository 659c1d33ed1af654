import Foundation
import Testing

@Suite("graphgrad generate, and firing by groups") struct GenerateTests {
  private static let few = [
    "--set", "steps=20", "--set", "data.count=100", "--set", "model.layers=[8,8,2]",
  ]

  @Test("points come out of noise, the same for the same seed") func points() throws {
    func generate(_ arguments: String...) throws -> Tool.Outcome {
      let outcome = try Tool.run(
        Tool.path, ["generate", "Samples/diffusion.yaml", "--count", "7"] + arguments + Self.few)
      #expect(outcome.code == 0)
      return outcome
    }
    let first = try generate()
    let lines = first.output.split(separator: "\n")
    #expect(lines.count == 8 && lines[0] == "x,y")
    for line in lines.dropFirst() {
      #expect(line.split(separator: ",").compactMap { Double($0) }.count == 2)
    }
    #expect(first.errors.hasPrefix("energy distance to the data: "))
    #expect(try generate().output == first.output)
    #expect(try generate("--seed", "2").output != first.output)
    #expect(try generate("--step", "3").output != first.output)
  }

  @Test("a pipe that is written to stays a pipe, and gets the bytes") func pipe() throws {
    let scratch = try Scratch()
    let path = scratch.file("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    // Open for both, so that neither side waits for the other.
    let descriptor = open(path, O_RDWR | O_NONBLOCK)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let outcome = try Tool.run(
      Tool.path,
      ["generate", "Samples/diffusion.yaml", "--count", "3", "--csv", path] + Self.few)
    #expect(outcome.code == 0)
    var bytes = [UInt8](repeating: 0, count: 1_000)
    let count = read(descriptor, &bytes, bytes.count)
    let lines = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4 && lines[0].contains(","))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test("a trained network's points lie near the data, those of an untrained one anywhere")
  func nearer() throws {
    func distance(_ step: String) throws -> Double {
      let outcome = try Tool.run(
        Tool.path,
        ["generate", "Samples/diffusion.yaml", "--count", "100", "--step", step]
          + ["--set", "steps=300", "--set", "data.count=200", "--set", "model.layers=[16,16,2]"])
      let match = outcome.errors.firstMatch(of: /data: ([0-9.]+) of 100 generated points/)
      return try #require(match.flatMap { Double($0.output.1) }, "\(outcome.errors)")
    }
    #expect(try distance("300") < 0.2)
    #expect(try distance("1") > 1)
  }

  @Test("--by tells in how many examples of each group a neuron fires") func groups() throws {
    let byLevel = try Tool.run(
      Tool.path,
      ["neurons", "Samples/diffusion.yaml", "--by", "level", "--format", "csv"] + Self.few)
    let rows = byLevel.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows[0] == ["neuron", "group", "examples", "fires"])
    #expect(rows.count == 1 + 16 * 5)
    #expect(rows[1...5].compactMap { Int($0[2]) }.reduce(0, +) == 100)
    // Weighted by how many they are, the groups give the share over all examples.
    let all = try Tool.run(
      Tool.path, ["neurons", "Samples/diffusion.yaml", "--format", "csv"] + Self.few)
    for (neuron, line) in all.output.split(separator: "\n").dropFirst().enumerated() {
      let own = rows.dropFirst(1 + 5 * neuron).prefix(5)
      let fires = own.reduce(0) { $0 + (Double($1[2]) ?? 0) * (Double($1[3]) ?? 0) } / 100
      #expect(abs(fires - (Double(line.split(separator: ",")[1]) ?? -1)) < 1e-12)
    }
  }

  @Test("classes are groups, and unknown ones are refused with those that are there")
  func classes() throws {
    let table = try Tool.run("neurons", "Samples/points.yaml", "--by", "class")
    #expect(table.code == 0 && table.output.contains("how often neurons fire by class"))
    #expect(table.output.contains("\nnever fire"))
    let wrong = try Tool.run("neurons", "Samples/points.yaml", "--by", "z")
    #expect(wrong.code == 2)
    #expect(wrong.errors == "--by z: error: this should be one of x, y, class\n")
    let other = try Tool.run("generate", "Samples/points.yaml")
    #expect(other.code == 2 && other.errors.contains("does not make new examples"))
    #expect(try Tool.run("generate", "Samples/diffusion.yaml", "--count", "0").code == 2)
  }

  @Test(
    "data of noisy points are read with care",
    arguments: [
      ("levels: 20", "data.levels is \"20\" but should be a whole number from 21"),
      ("points: stars", "data.points is \"stars\" but should be one of yinyang"),
      ("points: yinyang, noise: 1", "data.noise is \"1\" but should be no noise with yinyang"),
      ("count: 9", "data.points is missing"),
    ])
  func wrong(_ data: String, _ message: String) throws {
    let points = data.contains("points") || data.contains("count") ? "" : "points: moons, "
    let yaml = """
      data: {kind: diffusion, \(points)\(data)}
      model: {layers: [4, 2], activation: relu}
      loss: meanSquaredError
      optimizer: {kind: sgd, learningRate: 0.1}
      steps: 1
      """
    let outcome = try Tool.run("train", "-", "--frames", "none", input: yaml)
    #expect(outcome.code == 2 && outcome.errors.contains(message), "\(outcome.errors)")
  }
}
