import Foundation
import Testing
import Weights

@Suite("safetensors") struct SafetensorsTests {
  // Both files were written by safetensors 0.8.0 for Python, which printed these numbers.

  @Test("a Sequential in F32 is read in the order of its numbers") func sequential() throws {
    let layers = try WeightsFile.safetensors(realFile("sequential-f32"))
    #expect(layers.map(\.name) == ["0", "2", "4", "6", "8", "10"])
    #expect(
      layers[0].weight == [
        [0.001230153371579945, 0.2987455427646637], [-0.27413785457611084, -0.8905918598175049],
        [-0.454670786857605, -0.9916465282440186],
      ])
    #expect(layers[0].bias == [0.0601436011493206, 1.3402152061462402, -0.49220651388168335])
    #expect(
      layers[5].weight == [[0.07614023238420486, 1.3588234186172485, -1.5471446514129639]])
    #expect(layers[5].bias == [0.859382688999176])
    #expect(layers.allSatisfy { $0.activation == nil })
  }

  @Test("named layers in F64 are read to the last bit") func encoder() throws {
    let layers = try WeightsFile.read(
      realFile("encoder-f64"), path: "encoder-f64.safetensors", inputs: 2
    ).layers
    #expect(layers.map(\.name) == ["encoder.fc1", "encoder.fc2", "head"])
    #expect(
      layers[0].weight == [
        [0.11935402569658124, -0.6414703941072214], [2.000416546342423, 0.7622597120847118],
        [-1.1992889021052233, 0.07451622877146342], [0.5766895836701853, -0.1887821253507493],
      ])
    #expect(layers[1].bias == [-1.9924197841744944, -0.46316986495236695, -0.09728692567008902])
    #expect(
      layers[2].weight == [
        [1.2570149772868198, 0.6894039005707556, -0.32721342022219785],
        [-0.3685758940999591, -0.25019540051792494, 1.5235294004561601],
      ])
    #expect(layers[2].bias == [.leastNonzeroMagnitude, -0.1])
  }

  @Test("F32 and F64 may stand side by side, whatever the order of their data") func mixed() throws
  {
    let entries = [
      SafetensorsBytes.entry("1.weight", "F64", shape: "[1,1]", 0, 8),
      SafetensorsBytes.entry("0.bias", "F64", shape: "[1]", 8, 16),
      SafetensorsBytes.entry("1.bias", shape: "[1]", 24, 28),
      SafetensorsBytes.entry("0.weight", shape: "[1,2]", 16, 24),
    ]
    let data = SafetensorsBytes.f64([0.1, -1e300]) + SafetensorsBytes.f32([0.5, -0.25, 0.1])
    let header = "{ \(entries.joined(separator: " ,\n"))}   "
    let layers = try WeightsFile.safetensors(SafetensorsBytes.file(header: header, data: data))
    #expect(
      layers == [
        LinearLayer(name: "0", weight: [[0.5, -0.25]], bias: [-1e300]),
        LinearLayer(name: "1", weight: [[0.1]], bias: [0.10000000149011612]),
      ])
  }

  @Test(
    "layers come by the numbers in their names",
    arguments: [
      (["10", "2", "0"], ["0", "2", "10"]),
      (["net.10", "net.9"], ["net.9", "net.10"]),
      (["dense_1", "dense", "dense_2"], ["dense", "dense_1", "dense_2"]),
      (["b.1.x", "b.0.x"], ["b.0.x", "b.1.x"]),
      (["99999999999999999999", "1", "007"], ["1", "007", "99999999999999999999"]),
      ([""], [""]),
    ])
  func order(_ written: [String], _ expected: [String]) throws {
    let tensors = written.flatMap { name in
      ["bias", "weight"].map { part in
        (
          name: name.isEmpty ? part : "\(name).\(part)",
          shape: part == "bias" ? [2] : [2, 2]
        )
      }
    }
    let layers = try WeightsFile.safetensors(SafetensorsBytes.counting(tensors))
    #expect(layers.map(\.name) == expected)
    for layer in layers {
      let place = Double(try #require(written.firstIndex(of: layer.name)) * 6)
      #expect(layer.bias == [place, place + 1])
      #expect(layer.weight == [[place + 2, place + 3], [place + 4, place + 5]])
    }
  }

  private func realFile(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "safetensors"))
    return Array(try Data(contentsOf: url))
  }
}
