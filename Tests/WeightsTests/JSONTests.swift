import Randomness
import Testing
import Weights

@Suite("the JSON form") struct JSONTests {
  @Test("holds layers in order, with activations and names where they are given") func layers()
    throws
  {
    let text = """
      \u{FEFF}{"format": "graphgrad", "name": ["what you like"], "layers": [
        {"weight": [[0.5, -1], [2, 3e0]], "bias": [0, -0.25], "activation": "relu"},
        {"bias": [1], "name": "h\\u00e4\\ud83d\\ude00\\"\\n", "activation": null, "weight": [[1, 2]]}
      ]}
      """
    #expect(
      try WeightsFile.json(text) == [
        LinearLayer(
          name: "layer1", weight: [[0.5, -1], [2, 3]], bias: [0, -0.25], activation: "relu"),
        LinearLayer(name: "hä😀\"\n", weight: [[1, 2]], bias: [1]),
      ])
  }

  @Test(
    "gives the nearest double to every decimal",
    arguments: [
      ("0.1", 0x3FB9_9999_9999_999A), ("1e-310", 0x0000_1268_8B70_E62B),
      ("5e-324", 0x0000_0000_0000_0001), ("-0", 0x8000_0000_0000_0000),
      ("0.30000000000000004", 0x3FD3_3333_3333_3334), ("9007199254740993", 0x4340_0000_0000_0000),
      ("1.7976931348623157e308", 0x7FEF_FFFF_FFFF_FFFF),
      ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF), ("1E+2", 0x4059_0000_0000_0000),
    ] as [(String, UInt64)])
  func exact(_ decimal: String, _ bits: UInt64) throws {
    let text = #"{"layers": [{"weight": [[\#(decimal)]], "bias": [0]}]}"#
    #expect(try WeightsFile.json(text)[0].weight[0][0].bitPattern == bits)
  }

  @Test("is written with a line for each row, and keys where they say something") func written()
    throws
  {
    let layers = [
      LinearLayer(
        name: "layer1", weight: [[0.1, -0.0], [1e-5, 1e16]], bias: [.leastNonzeroMagnitude, 2]),
      LinearLayer(name: "out \"\u{1}\\", weight: [[1, 2]], bias: [-3], activation: "tanh"),
    ]
    let text = #"""
      {
        "layers": [
          {
            "weight": [
              [0.1, -0.0],
              [1e-05, 1e+16]
            ],
            "bias": [5e-324, 2.0]
          },
          {
            "name": "out \"\u0001\\",
            "weight": [
              [1.0, 2.0]
            ],
            "bias": [-3.0],
            "activation": "tanh"
          }
        ]
      }

      """#
    #expect(try WeightsFile.jsonText(layers) == text)
    #expect(try WeightsFile.json(text) == layers)
    #expect(try WeightsFile.json(text)[0].weight[0][1].sign == .minus)
  }

  @Test("gives back what was written bit for bit") func roundTrip() throws {
    var random = Xorshift64Star(seed: 42)
    let patterns = (0..<2_000).map { _ in UInt64(random.next32()) << 32 | UInt64(random.next32()) }
    let row = patterns.map(Double.init(bitPattern:)).filter(\.isFinite)
    let text = try WeightsFile.jsonText([LinearLayer(name: "layer1", weight: [row], bias: [0])])
    let back = try WeightsFile.json(text)[0].weight[0]
    #expect(back.map(\.bitPattern) == row.map(\.bitPattern))
  }

  @Test("is not written for layers that could not be read back") func notWritten() {
    let broken = LinearLayer(name: "layer1", weight: [[1, .nan]], bias: [0])
    let fault = LayersProblem.notFinite(tensor: "layer1.weight", index: [1, 2], value: "nan")
    #expect(throws: WeightsError.layers(fault)) { try WeightsFile.jsonText([broken]) }
    #expect(throws: WeightsError.layers(.none)) { try WeightsFile.jsonText([]) }
  }
}
