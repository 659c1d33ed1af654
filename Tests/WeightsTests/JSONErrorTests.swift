import Testing
import Weights

@Suite("a JSON text that is wrong") struct JSONErrorTests {
  @Test(
    "is reported with line and column where it is not JSON",
    arguments: [
      ("{\n  layers", 2, 3, .keyExpected), ("{\"a\" 1}", 1, 6, .colonExpected),
      ("{\"a\":\r\n\n  ]}", 3, 3, .valueExpected), ("[1 2]", 1, 4, .commaOrEndExpected(end: "]")),
      ("{\"a\":1 \"b\":2}", 1, 8, .commaOrEndExpected(end: "}")), ("[1,]", 1, 4, .valueExpected),
      ("[NaN]", 1, 2, .valueExpected), ("[-Infinity]", 1, 3, .badNumber),
      ("[.5]", 1, 2, .valueExpected), ("[01]", 1, 3, .badNumber), ("[1.]", 1, 4, .badNumber),
      ("[1e]", 1, 4, .badNumber), ("[+1]", 1, 2, .valueExpected), ("[-", 1, 3, .badNumber),
      ("[1", 1, 3, .commaOrEndExpected(end: "]")), ("[\"a", 1, 2, .unclosedText),
      ("[\"a\n\"]", 1, 2, .unclosedText), ("[\"\\x\"]", 1, 3, .badEscape),
      ("[\"\\", 1, 3, .badEscape), ("[\"\\u00g0\"]", 1, 3, .badEscape),
      ("[\"\\u12", 1, 3, .badEscape), ("[\"\\ud800\"]", 1, 9, .badEscape),
      ("[\"\\udc00\"]", 1, 3, .badEscape), ("{} {}", 1, 4, .textAfterEnd),
      ("{\"a\":1,\"b\":2,\n\"a\":3}", 2, 1, .duplicateKey("a")),
      ("\u{FEFF}[", 1, 2, .valueExpected),
      (String(repeating: "[", count: 100_000), 1, 65, .tooDeep(limit: 64)),
      (String(repeating: "{\"a\":", count: 100_000), 1, 321, .tooDeep(limit: 64)),
    ] as [(String, Int, Int, JSONProblem)])
  func syntax(_ text: String, _ line: Int, _ column: Int, _ problem: JSONProblem) {
    #expect(throws: WeightsError.notJSON(line: line, column: column, problem)) {
      try WeightsFile.json(text)
    }
  }

  @Test(
    "is reported when a key is unknown",
    arguments: [
      ("{\n\"layer\": []}", 2, 1, "layer", ["layers", "format", "name"]),
      (
        "{\"layers\": [{\"weight\": [[1]],\n \"biases\": [1]}]}", 2, 2, "biases",
        ["weight", "bias", "activation", "name"]
      ),
    ])
  func keys(_ text: String, _ line: Int, _ column: Int, _ key: String, _ known: [String]) {
    #expect(throws: WeightsError.unknownKey(line: line, column: column, key: key, known: known)) {
      try WeightsFile.json(text)
    }
  }

  @Test(
    "is reported when a value is of the wrong kind",
    arguments: [
      ("[]", 1, "the file", .object), (#"{"layers": {}}"#, 12, "layers", .list),
      (#"{"layers": [3]}"#, 13, "layer1", .object),
      (layer(#""weight": 1, "bias": [1]"#), 24, "layer1.weight", .list),
      (layer(#""weight": [[1], 2], "bias": [1]"#), 30, "row 2 of layer1.weight", .list),
      (
        layer(#""weight": [[1, "2"]], "bias": [1]"#), 29, "number 2 of row 1 of layer1.weight",
        .number
      ),
      (layer(#""weight": [[1]], "bias": [null]"#), 40, "number 1 of layer1.bias", .number),
      (layer(#""weight": [[1]], "bias": true"#), 39, "layer1.bias", .list),
      (layer(#""weight": [[1]], "bias": [1], "activation": 1"#), 58, "layer1.activation", .text),
      (layer(#""name": [], "weight": [[1]], "bias": [1]"#), 22, "layer1.name", .text),
    ] as [(String, Int, String, JSONKind)])
  func kinds(_ text: String, _ column: Int, _ name: String, _ kind: JSONKind) {
    let expected = WeightsError.wrongKind(line: 1, column: column, name: name, expected: kind)
    #expect(throws: expected) { try WeightsFile.json(text) }
  }

  @Test(
    "is reported when its layers are incomplete or do not fit",
    arguments: [
      ("{}", .none), (#"{"layers": []}"#, .none),
      (layer(#""weight": [[1]]"#), .missing(tensor: "layer1.bias")),
      (layer(#""name": "a", "bias": [1]"#), .missing(tensor: "a.weight")),
      (layer(#""weight": [], "bias": []"#), .emptyTensor("layer1.weight", shape: [0])),
      (
        layer(#""weight": [[], []], "bias": [1, 2]"#), .emptyTensor("layer1.weight", shape: [2, 0])
      ),
      (
        layer(#""weight": [[1, 2], [3]], "bias": [1, 2]"#),
        .raggedRow(tensor: "layer1.weight", row: 2, found: 1, expected: 2)
      ),
      (
        layer(#""weight": [[1, 2]], "bias": [1, 2]"#),
        .biasDoesNotFit(
          bias: "layer1.bias", shape: [2], weight: "layer1.weight", weightShape: [1, 2])
      ),
      (
        layer(#""weight": [[1, 2]], "bias": [1]}, {"weight": [[1, 2]], "bias": [1]"#),
        .layersDoNotFit(
          weight: "layer2.weight", shape: [1, 2], before: "layer1.weight", beforeShape: [1, 2])
      ),
      (
        layer(#""weight": [[1, 2], [3, -1e999]], "bias": [1, 2]"#),
        .notFinite(tensor: "layer1.weight", index: [2, 2], value: "-inf")
      ),
      (
        layer(#""weight": [[1]], "bias": [1e309]"#),
        .notFinite(tensor: "layer1.bias", index: [1], value: "inf")
      ),
    ] as [(String, LayersProblem)])
  func layers(_ text: String, _ problem: LayersProblem) {
    #expect(throws: WeightsError.layers(problem)) { try WeightsFile.json(text) }
  }

  @Test("is reported when it is empty", arguments: ["", " \n\t", "\u{FEFF}"])
  func empty(_ text: String) {
    #expect(throws: WeightsError.empty) { try WeightsFile.json(text) }
  }

  private static func layer(_ members: String) -> String { "{\"layers\": [{\(members)}]}" }
}
