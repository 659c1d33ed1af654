import Testing
import Weights

@Suite("a sound safetensors file") struct SafetensorsTensorErrorTests {
  @Test(
    "is refused for a tensor that belongs to no linear layer",
    arguments: [
      ("1.running_mean", [3], .notLinear(shape: [3])),
      ("scale", [], .notLinear(shape: [])),
      (".weight", [1, 1], .notLinear(shape: [1, 1])),
      ("0.weights", [1, 1], .notLinear(shape: [1, 1])),
      ("norm.weight", [3], .weightShape([3])),
      ("conv.weight", [2, 1, 3, 3], .weightShape([2, 1, 3, 3])),
    ] as [(String, [Int], TensorProblem)])
  func notLinear(_ name: String, _ shape: [Int], _ problem: TensorProblem) {
    #expect(throws: WeightsError.tensor(name, problem)) {
      try WeightsFile.safetensors(SafetensorsBytes.counting([(name, shape)]))
    }
  }

  @Test(
    "is refused for any type but the four floating ones", arguments: ["F8_E4M3", "I64", "f32", ""])
  func dtype(_ dtype: String) {
    let header = [
      SafetensorsBytes.entry("0.weight", dtype, shape: "[1,1]", 4, 8),
      SafetensorsBytes.entry("0.bias", shape: "[1]", 0, 4),
    ].joined(separator: ",")
    #expect(throws: WeightsError.tensor("0.weight", .dtype(dtype))) {
      try WeightsFile.safetensors(
        SafetensorsBytes.file(header: "{\(header)}", data: SafetensorsBytes.f32([1, 2])))
    }
  }

  @Test(
    "is refused when layers are incomplete, empty or do not fit",
    arguments: [
      ([("a.b.bias", [1])], .missing(tensor: "a.b.weight")),
      ([("weight", [1, 1]), ("0.bias", [1])], .missing(tensor: "0.weight")),
      ([("0.weight", [0, 2]), ("0.bias", [0])], .emptyTensor("0.weight", shape: [0, 2])),
      ([("0.weight", [2, 2]), ("0.bias", [0])], .emptyTensor("0.bias", shape: [0])),
      (
        [("zebra.weight", [2, 2]), ("ape.weight", [2, 2])],
        .orderUnsure(["zebra", "ape"], ["ape", "zebra"])
      ),
      ([("0.weight", [2, 0]), ("0.bias", [2])], .emptyTensor("0.weight", shape: [2, 0])),
      (
        [("0.weight", [3, 2]), ("0.bias", [2])],
        .biasDoesNotFit(bias: "0.bias", shape: [2], weight: "0.weight", weightShape: [3, 2])
      ),
      (
        [("10.weight", [1, 4]), ("10.bias", [1]), ("2.weight", [3, 2]), ("2.bias", [3])],
        .layersDoNotFit(
          weight: "10.weight", shape: [1, 4], before: "2.weight", beforeShape: [3, 2])
      ),
    ] as [([(String, [Int])], LayersProblem)])
  func layers(_ tensors: [(String, [Int])], _ problem: LayersProblem) {
    #expect(throws: WeightsError.layers(problem)) {
      try WeightsFile.safetensors(SafetensorsBytes.counting(tensors))
    }
  }

  @Test(
    "is refused for a shape that no memory holds",
    arguments: [
      "[4294967296,4294967296]", "[9223372036854775807,9223372036854775807]",
      "[4611686018427387904,1]",
    ])
  func hugeShape(_ shape: String) {
    let header = [
      SafetensorsBytes.entry("0.weight", shape: shape, 4, 4),
      SafetensorsBytes.entry("0.bias", shape: "[1]", 0, 4),
    ].joined(separator: ",")
    let sizes = shape.dropFirst().dropLast().split(separator: ",").compactMap { Int($0) }
    let expected = TensorProblem.dataSize(bytes: 0, dtype: "F32", shape: sizes)
    #expect(throws: WeightsError.tensor("0.weight", expected)) {
      try WeightsFile.safetensors(
        SafetensorsBytes.file(header: "{\(header)}", data: SafetensorsBytes.f32([1])))
    }
  }

  @Test(
    "is refused for a number that is not finite, with its place",
    arguments: [
      (3, .infinity, .notFinite(tensor: "0.weight", index: [2, 2], value: "inf")),
      (0, .nan, .notFinite(tensor: "0.weight", index: [1, 1], value: "nan")),
      (5, -.infinity, .notFinite(tensor: "0.bias", index: [2], value: "-inf")),
    ] as [(Int, Float, LayersProblem)])
  func notFinite(_ place: Int, _ number: Float, _ problem: LayersProblem) {
    var file = SafetensorsBytes.counting([("0.weight", [2, 2]), ("0.bias", [2])])
    let start = file.count - 24 + place * 4
    file.replaceSubrange(start..<start + 4, with: SafetensorsBytes.f32([number]))
    #expect(throws: WeightsError.layers(problem)) { try WeightsFile.safetensors(file) }
  }
}
