import Testing
import Weights

@Suite("a safetensors file that is broken") struct SafetensorsFileErrorTests {
  @Test(
    "is reported when its header is cut off or absurdly long",
    arguments: [
      ([], .empty),
      ([1, 0, 0], .safetensors(.noHeader(bytes: 3))),
      (SafetensorsBytes.length(1), .safetensors(.headerLength(1, available: 0))),
      (SafetensorsBytes.length(6) + [0x7B], .safetensors(.headerLength(6, available: 1))),
      (
        SafetensorsBytes.length(.max) + [0x7B, 0x7D],
        .safetensors(.headerLength(.max, available: 2))
      ),
      (
        SafetensorsBytes.length(1 << 63) + [0x7B, 0x7D],
        .safetensors(.headerLength(1 << 63, available: 2))
      ),
      (
        SafetensorsBytes.length(2) + [0xFF, 0xFE],
        .safetensors(.headerNotJSON(byte: 9, .notUTF8))
      ),
    ] as [([UInt8], WeightsError)])
  func length(_ bytes: [UInt8], _ expected: WeightsError) {
    #expect(throws: expected) { try WeightsFile.safetensors(bytes) }
  }

  @Test(
    "is reported when its header is not JSON",
    arguments: [
      ("", 9, .valueExpected), ("[]", 9, .notAnObject), ("{", 10, .keyExpected),
      ("{\"a\":1,\"a\":2}", 16, .duplicateKey("a")),
      ("{\"a\":1} x", 17, .textAfterEnd),
      (String(repeating: "[", count: 100_000), 73, .tooDeep(limit: 64)),
      (String(repeating: "{\"a\":", count: 100_000), 329, .tooDeep(limit: 64)),
    ] as [(String, Int, JSONProblem)])
  func header(_ header: String, _ byte: Int, _ problem: JSONProblem) {
    #expect(throws: WeightsError.safetensors(.headerNotJSON(byte: byte, problem))) {
      try WeightsFile.safetensors(SafetensorsBytes.file(header: header))
    }
  }

  @Test(
    "is reported when an entry of its header is malformed",
    arguments: [
      ("7", .entry), ("{}", .dtype), (#"{"dtype":32}"#, .dtype),
      (#"{"dtype":"F32"}"#, .shape), (#"{"dtype":"F32","shape":[1.5]}"#, .shape),
      (#"{"dtype":"F32","shape":[-1,2]}"#, .shape),
      (#"{"dtype":"F32","shape":[99999999999999999999]}"#, .shape),
      (#"{"dtype":"F32","shape":[1]}"#, .dataOffsets),
      (#"{"dtype":"F32","shape":[1],"data_offsets":[0]}"#, .dataOffsets),
      (#"{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}"#, .dataOffsets),
      (#"{"dtype":"F32","shape":[1],"data_offsets":"0"}"#, .dataOffsets),
    ] as [(String, HeaderField)])
  func entry(_ entry: String, _ field: HeaderField) {
    #expect(throws: WeightsError.tensor("0.bias", .badEntry(field))) {
      try WeightsFile.safetensors(SafetensorsBytes.file(header: "{\"0.bias\":\(entry)}"))
    }
  }

  @Test("is reported when it has no layers, whatever its metadata") func noLayers() {
    for header in ["{}", #"{"__metadata__":{"format":"pt"}}"#] {
      #expect(throws: WeightsError.layers(.none)) {
        try WeightsFile.safetensors(SafetensorsBytes.file(header: header))
      }
    }
  }

  @Test(
    "is reported when data does not lie where it should",
    arguments: [
      // Weight 8 bytes, bias 4, 12 in the file.
      (0, 8, 8, 16, .tensor("0.bias", .dataRange(begin: 8, end: 16, available: 12))),
      (8, 0, 8, 12, .tensor("0.weight", .dataRange(begin: 8, end: 0, available: 12))),
      (0, 8, 9, .max, .tensor("0.bias", .dataRange(begin: 9, end: .max, available: 12))),
      (0, 12, 8, 12, .tensor("0.weight", .dataSize(bytes: 12, dtype: "F32", shape: [1, 2]))),
      (0, 8, 8, 11, .tensor("0.bias", .dataSize(bytes: 3, dtype: "F32", shape: [1]))),
      (4, 12, 2, 6, .tensor("0.bias", .dataBegin(2, expected: 0))),
      (0, 8, 4, 8, .tensor("0.bias", .dataBegin(4, expected: 8))),
      (4, 12, 4, 8, .tensor("0.bias", .dataBegin(4, expected: 0))),
    ] as [(Int, Int, Int, Int, WeightsError)])
  func offsets(_ begin: Int, _ end: Int, _ next: Int, _ last: Int, _ problem: WeightsError) {
    let entries = [
      SafetensorsBytes.entry("0.weight", shape: "[1,2]", begin, end),
      SafetensorsBytes.entry("0.bias", shape: "[1]", next, last),
    ]
    let file = SafetensorsBytes.file(
      header: "{\(entries.joined(separator: ","))}", data: SafetensorsBytes.f32([1, 2, 3]))
    #expect(throws: problem) { try WeightsFile.safetensors(file) }
  }

  @Test("is reported wherever it is cut off, or when something follows") func cutOff() throws {
    let file = SafetensorsBytes.counting([("0.weight", [1, 2]), ("0.bias", [1])])
    #expect(try WeightsFile.safetensors(file).count == 1)
    for count in file.indices {
      #expect(throws: WeightsError.self) { try WeightsFile.safetensors(Array(file[..<count])) }
    }
    #expect(throws: WeightsError.safetensors(.unusedBytes(2))) {
      try WeightsFile.safetensors(file + [0, 0])
    }
  }
}
