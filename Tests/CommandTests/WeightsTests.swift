import Foundation
import Testing

@Suite("graphgrad neurons --weights") struct WeightsCommandTests {
  private static let formats = Tool.top.appendingPathComponent("Tests/WeightsTests/formats").path

  /// 2 inputs, 2 hidden neurons, 2 outputs.
  private static func network(_ last: String = "linear", outputs: Int = 2) -> String {
    let rows = [[1.0, -0.5], [-1.5, 0.25]].prefix(outputs)
    return """
      {"layers": [
        {"weight": [[0.5, -1], [1, 0.75]], "bias": [0.25, -0.5], "activation": "relu"},
        {"weight": \(rows), "bias": \([0.125, -0.25].prefix(outputs)), "activation": "\(last)"}]}
      """
  }

  private func neurons(
    _ scratch: Scratch, _ network: String, _ table: String, _ arguments: String...
  ) throws -> Tool.Outcome {
    try Data(network.utf8).write(to: scratch.url("net.json"))
    try Data(table.utf8).write(to: scratch.url("data.csv"))
    return try Tool.run(
      Tool.path,
      ["neurons", "--weights", scratch.file("net.json"), "--data", scratch.file("data.csv")]
        + arguments)
  }

  @Test("the answer is never an input, wherever its column stands") func order() throws {
    let scratch = try Scratch()
    let first = try neurons(
      scratch, Self.network(), "class,a,b\n0,0.5,1.5\n1,-1,2\n", "--format", "csv")
    let last = try neurons(
      scratch, Self.network(), "a;b;class\n0,5;1,5;0\n-1;2;1\n", "--label", "class", "--format",
      "csv")
    #expect(first.code == 0 && first.output == last.output, "\(first.errors) \(last.errors)")
    #expect(first.output.split(separator: "\n").count == 3)
    #expect(first.errors.contains("inputs a, b; answer class, the only column that can be"))
    #expect(last.errors.contains("(semicolons); inputs a, b; answer class: class 0 (0), 1 (1)"))
  }

  @Test("a sigmoid or softmax at the end is part of the loss, and said") func outputs() throws {
    let scratch = try Scratch()
    let table = "a,b,class\n0.5,1.5,0\n-1,2,1\n2,-1,1\n"
    for (activation, outputs) in [("sigmoid", 1), ("softmax", 2)] {
      let folded = try neurons(
        scratch, Self.network(activation, outputs: outputs), table, "--format", "csv")
      let plain = try neurons(
        scratch, Self.network(outputs: outputs), table, "--format", "csv")
      #expect(folded.code == 0 && folded.output == plain.output, "\(folded.errors)")
      #expect(folded.errors.contains("the \(activation) is part of the loss"))
      #expect(!plain.errors.contains("note:"))
    }
    let wrong = try neurons(
      scratch, Self.network("softmax"), "a,b,y,z\n1,2,0.5,1\n", "--targets", "y,z")
    #expect(wrong.code == 2 && wrong.errors.contains("softmax, which does not go with loss"))
  }

  @Test("without answers there are effects on outputs, and nothing of a loss") func unlabelled()
    throws
  {
    let scratch = try Scratch()
    let table = "a,b\n0.5,1.5\n-1,2\n2,-1\n"
    let told = try neurons(scratch, Self.network(), table)
    #expect(told.code == 0 && told.errors.contains("no answer"))
    #expect(!told.output.contains("loss") && !told.output.contains("grad"))
    let labelled = try neurons(
      scratch, Self.network(), "a,b,c\n0.5,1.5,0\n-1,2,1\n2,-1,0\n", "--format", "json")
    let alone = try neurons(scratch, Self.network(), table, "--format", "json")
    func values(_ outcome: Tool.Outcome, _ key: String) throws -> [String] {
      let list = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      return try #require(list as? [[String: Any]]).map { "\($0[key] ?? "none")" }
    }
    for key in ["neuron", "fires", "effectOnOutputs", "effectOfMeanOnOutputs", "verdict"] {
      #expect(try values(labelled, key) == values(alone, key), "\(key)")
    }
    #expect(try values(alone, "effectOnLoss") == ["none", "none"])
    let pruned = try Tool.run(
      "prune", "--weights", scratch.file("net.json"), "--data", scratch.file("data.csv"),
      "--no-answer", "--inputs", "a,b", "-o", scratch.file("pruned"))
    #expect(pruned.code == 0 && pruned.output.contains("of any output over 3 examples: 0\n"))
  }

  @Test(
    "what is not clear is refused, with the choices to type",
    arguments: [
      ("a,b,c,d,e\n1,2,3,4,5\n", [], ["the network has 2 inputs, but there are 5", "--inputs"]),
      ("a,b,c\n1.5,2,0.5\n", [], ["there are 3 columns of numbers", "--targets or --no-answer"]),
      ("a,b,c\n1,0,1\n0,1,0\n", [], ["say which column is the answer, of a, b, c"]),
      (
        "a,b,c\n1,x,1\n", ["--label", "c"],
        [":2:3: error: the network has 2 inputs", "\"x\", which"]
      ),
      ("a,b,c\n1.5,2,1\n", ["--label", "c", "--inputs", "a,c"], ["is the answer and cannot be"]),
      ("a,b,c\n1.5,2,1\n", ["--label", "d"], ["there is no column \"d\"; there are a, b, c"]),
      ("a,b,c\n1.5,2,1\n", ["--label", "c", "--no-answer"], ["give one of --label, --targets"]),
      ("0,1,2\n1,2,1\n", [], ["say --header yes or --header no"]),
      (
        "a,b,c\n1.5,2,cat\n", ["--label", "c"],
        ["should be 1 output, one for each class (cat)", "--classes"]
      ),
      (
        "a,b,c\n1.5,2,cat\n", ["--classes", "dog,cow"],
        [":2:7: error: \"cat\" in column \"c\" is none"]
      ),
      ("a,b,a\n1,2,1\n", [], [":1:5: error: the column \"a\" is there twice"]),
      ("a,b,c\n1.5,2,1\n", ["--activation", "relu,tanh,relu"], ["3 activations for 2 layers"]),
      (
        "a,b,c\n1.5,2,1\n", ["--activation", "tanh"],
        ["was said to be tanh, but the file says relu"]
      ),
      ("a,b,c\n1.5,2,1\n", ["--activation", "silu"], ["is \"silu\"; there are linear"]),
      ("a,b,c\n1.5,2,1\n", ["--layers", "layer3"], ["there is no layer \"layer3\""]),
    ] as [(String, [String], [String])])
  func choices(_ table: String, _ options: [String], _ words: [String]) throws {
    let scratch = try Scratch()
    try Data(Self.network().utf8).write(to: scratch.url("net.json"))
    try Data(table.utf8).write(to: scratch.url("data.csv"))
    let outcome = try Tool.run(
      Tool.path,
      ["neurons", "--weights", scratch.file("net.json"), "--data", scratch.file("data.csv")]
        + options)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
  }

  @Test("numbers to predict are no classes: they are counted, not listed") func regression() throws
  {
    let scratch = try Scratch()
    let rows = (0..<30).map { "\($0),1,\(Double($0) * 0.37)\n" }.joined()
    let outcome = try neurons(
      scratch, Self.network(outputs: 1), "a,b,y\n" + rows, "--label", "y")
    #expect(outcome.code == 2 && outcome.errors.contains("holds 30 different numbers"))
    #expect(outcome.errors.contains("--targets y") && outcome.errors.count < 400)
    let right = try neurons(
      scratch, Self.network(outputs: 1), "a,b,y\n" + rows, "--targets", "y")
    #expect(right.code == 0 && right.errors.contains("answer y: numbers"))
  }

  @Test("a feature of two values is not taken for the answer of a regression") func binaryFeature()
    throws
  {
    let scratch = try Scratch()
    let outcome = try neurons(
      scratch, Self.network(outputs: 1), "a,chas,price\n0.5,0,24.1\n0.7,1,21.6\n")
    #expect(outcome.code == 2 && outcome.errors.contains("say which column is the answer"))
  }

  @Test("where two orders of layers fit, the number of inputs in the data decides, or nobody")
  func layerOrder() throws {
    let scratch = try Scratch()
    let formats = Self.formats
    func run(_ file: String, _ table: String, _ options: String...) throws -> Tool.Outcome {
      try Data(table.utf8).write(to: scratch.url("data.csv"))
      return try Tool.run(
        Tool.path,
        ["neurons", "--weights", "\(formats)/\(file)", "--data", scratch.file("data.csv")] + options
      )
    }
    let told = try run("../encoder-f64.safetensors", "a,b,class\n0.5,1.5,x\n-1,2,y\n")
    #expect(told.code == 0 && told.errors.contains("the only order that fits"), "\(told.errors)")
    let unsure = try run("ordered.safetensors", "x,y,class\n0.1,0.9,a\n-0.5,0.2,b\n1,-1,a\n")
    #expect(unsure.code == 2 && unsure.errors.contains("--layers layer_one,layer_"))
    let said = try run(
      "ordered.safetensors", "x,y,class\n0.1,0.9,a\n-0.5,0.2,b\n1,-1,a\n", "--layers",
      "one,two,three,out", "--format", "csv")
    #expect(said.code == 0 && said.errors.contains("in the order of --layers"))
  }

  @Test("classes that the data lack have their places; --classes names them") func classes() throws
  {
    let scratch = try Scratch()
    let one = try neurons(scratch, Self.network(), "a,b,c\n1.5,2,1\n2,1,1\n", "--format", "csv")
    let named = try neurons(
      scratch, Self.network(), "a,b,c\n1.5,2,dog\n2,1,dog\n", "--classes", "cat,dog", "--format",
      "csv")
    #expect(one.code == 0 && one.output == named.output, "\(one.errors) \(named.errors)")
    #expect(named.errors.contains("class cat (0), dog (1)"))
  }

  @Test(
    "each form of weights gives the same loss for the same network",
    arguments: [
      ("state.pt", "loss 1.0935"), ("sequential.safetensors", "loss 1.0935"),
      ("checkpoint.ckpt", "loss 1.0935"), ("arrays.npz", "loss 1.0827"),
      ("gemm.onnx", "loss 1.0827"), ("flax.safetensors", "loss 1.0827"),
    ])
  func forms(_ file: String, _ loss: String) throws {
    let outcome = try Tool.run(
      "neurons", "--weights", "\(Self.formats)/\(file)", "--data", "\(Self.formats)/x.csv")
    #expect(outcome.code == 0 && outcome.output.contains(loss), "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("weights: \(file), "))
  }

  @Test("a pruned network keeps the names of its layers and its last activation") func pruned()
    throws
  {
    let scratch = try Scratch()
    try Data(Self.network("softmax").replacing("[0.25, -0.5]", with: "[-99, -0.5]").utf8)
      .write(to: scratch.url("net.json"))
    try Data("a,b,c\n0.5,1.5,0\n-1,2,1\n".utf8).write(to: scratch.url("data.csv"))
    let outcome = try Tool.run(
      "prune", "--weights", scratch.file("net.json"), "--data", scratch.file("data.csv"), "-o",
      scratch.file("pruned"))
    #expect(
      outcome.code == 0 && outcome.output.contains("1 of 2 hidden neurons"), "\(outcome.errors)")
    let text = try String(contentsOf: scratch.url("pruned/network.json"), encoding: .utf8)
    #expect(text.contains("\"softmax\""))
    let losses = try ["net.json", "pruned/network.json"].map { name in
      let told = try Tool.run(
        "neurons", "--weights", scratch.file(name), "--data", scratch.file("data.csv"))
      return try #require(told.output.firstMatch(of: /loss [0-9.]+/)).output
    }
    #expect(losses[0] == losses[1])
  }
}
