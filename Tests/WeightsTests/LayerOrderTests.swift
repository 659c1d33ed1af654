import Testing
import Weights

@Suite("the order of layers") struct LayerOrderTests {
  private func reading(
    _ layers: [(String, [Int])], chosen: [String]? = nil, inputs: Int? = nil
  ) throws -> WeightsReading {
    let tensors = layers.map { (name: "\($0).weight", shape: $1) }
    return try WeightsFile.read(
      SafetensorsBytes.counting(tensors), path: "net.safetensors", layers: chosen, inputs: inputs)
  }

  @Test(
    "is that of the numbers, of the shapes, or of both together",
    arguments: [
      ([("2", [3, 3]), ("0", [3, 2]), ("4", [1, 3])], ["0", "2", "4"], .numbers),
      ([("out", [1, 4]), ("in", [4, 2])], ["in", "out"], .shapes),
      (
        [("out", [1, 4]), ("fc2", [4, 4]), ("fc1", [4, 4]), ("in", [4, 2])],
        ["in", "fc1", "fc2", "out"], .shapes
      ),
      ([("a1", [2, 3]), ("a0", [5, 2])], ["a1", "a0"], .shapesOnly),
      ([("only", [2, 3])], ["only"], .single),
    ] as [([(String, [Int])], [String], LayerOrder)])
  func told(_ layers: [(String, [Int])], _ names: [String], _ order: LayerOrder) throws {
    let reading = try reading(layers)
    #expect(reading.layers.map(\.name) == names && reading.order == order)
  }

  @Test("is asked for where neither tells it, and can be told with a part of the layers")
  func said()
    throws
  {
    let layers = [
      ("layer_one", [3, 2]), ("layer_three", [3, 3]), ("layer_two", [3, 3]), ("out", [2, 3]),
    ]
    #expect(throws: WeightsError.self) { try reading(layers, inputs: 2) }
    let said = try reading(layers, chosen: ["one", "two", "three", "out"])
    #expect(said.layers.map(\.name) == ["layer_one", "layer_two", "layer_three", "out"])
    #expect(said.order == .said)
    let part = try reading(layers + [("conv", [8, 3, 3, 3])], chosen: ["layer_two", "out"])
    #expect(part.layers.map(\.shape) == [[3, 3], [2, 3]])
    let known = ["layer_one", "layer_three", "layer_two", "out"]
    #expect(throws: WeightsError.layers(.unknownLayer("four", known: known))) {
      try reading(layers, chosen: ["one", "four"])
    }
    let misfit = LayersProblem.layersDoNotFit(
      weight: "layer_one.weight", shape: [3, 2], before: "layer_two.weight", beforeShape: [3, 3])
    #expect(throws: WeightsError.layers(misfit)) { try reading(layers, chosen: ["two", "one"]) }
  }

  @Test("of two that fit is the one with as many inputs as there are") func inputs() throws {
    let layers = [("encoder", [2, 4]), ("decoder", [4, 2])]
    #expect(throws: WeightsError.self) { try reading(layers) }
    let numbered = try reading([("0", [2, 4]), ("2", [4, 2])], inputs: 2)
    #expect(numbered.layers.map(\.name) == ["0", "2"] && numbered.order == .numbers)
    #expect(try reading(layers, inputs: 2).layers.map(\.name) == ["decoder", "encoder"])
  }

  @Test("of very many layers without numbers is asked for in no time") func many() {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let layers =
      letters.map { ($0, [3, 3]) } + [("first", [3, 5]), ("last", [7, 3]), ("odd", [9, 8])]
    #expect(throws: WeightsError.self) { try reading(layers) }
  }
}
