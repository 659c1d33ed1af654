import Foundation
import Testing
import Weights

/// Files of the folder `formats`, made by PyTorch 2, NumPy 2, flax, Keras 3 and onnx for Python.
@Suite("the forms of weights") struct FormatTests {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = try #require(Bundle.module.url(forResource: "formats", withExtension: nil))
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  private func read(_ name: String, layers: [String]? = nil) throws -> WeightsReading {
    try WeightsFile.read(Self.bytes(name), path: name, layers: layers)
  }

  @Test("a state dictionary of PyTorch has the numbers of the same network in safetensors")
  func torch() throws {
    let torch = try read("state.pt")
    let sequential = try read("sequential.safetensors")
    #expect(
      torch.layers == sequential.layers && torch.layers.map(\.shape) == [[8, 4], [8, 8], [3, 8]])
    #expect(torch.format == .pytorch && torch.order == .numbers && torch.notes.isEmpty)
    #expect(torch.layers[0].weight[0][0] == -0.003743410110473633)
  }

  @Test("of a checkpoint, deflated, the state dictionary is read; nothing in a pickle is run")
  func pickles() throws {
    let checkpoint = try read("checkpoint.ckpt")
    #expect(checkpoint.layers == (try read("state.pt").layers))
    #expect(throws: WeightsError.otherFile(.wholeModel(class: "os.system"))) {
      try read("call.pt")
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/graphgrad-pickle-ran"))
  }

  @Test("a flax kernel is [inputs, outputs], in safetensors as in an archive of NumPy")
  func kernels() throws {
    let flax = try read("flax.safetensors")
    let arrays = try read("arrays.npz")
    #expect(flax.layers == arrays.layers && arrays.format == .numpy)
    #expect(flax.layers.map(\.name) == ["params.Dense_1", "params.Dense_0"])
    #expect(flax.layers.map(\.shape) == [[8, 4], [3, 8]] && flax.order == .shapesOnly)
  }

  @Test("an ONNX graph says the activations; where it contradicts the shapes, they say the order")
  func graph() throws {
    let onnx = try read("gemm.onnx")
    let flax = try read("flax.safetensors")
    #expect(onnx.layers.map(\.weight) == flax.layers.map(\.weight))
    #expect(onnx.layers.map(\.activation) == ["relu", "linear"])
    #expect(onnx.order == .shapesOnly && onnx.format == .onnx)
  }

  @Test("missing biases are 0 and told; normalised weights are multiplied out") func rest() throws {
    let bare = try read("nobias.safetensors")
    #expect(bare.notes == [.withoutBias(layers: ["0", "2"])])
    #expect(bare.layers.allSatisfy { layer in layer.bias.allSatisfy { $0 == 0 } })
    let normalised = try read("weightnorm.safetensors")
    #expect(normalised.notes == [.weightNorm(layer: "0")])
    let lengths = normalised.layers[0].weight.map { row in
      row.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let gains = [0.6989789605140686, 0.3885044455528259]
    for (length, gain) in zip(lengths, gains) { #expect(abs(length - gain) < 1e-12) }
  }

  @Test("what is not read is called by its kind, with the activations that Keras names")
  func foreign() throws {
    #expect(throws: WeightsError.otherFile(.keras(activations: ["relu", "softmax"]))) {
      try read("model.keras")
    }
    let files: [([UInt8], ForeignWeights)] = [
      (Array("\u{89}HDF\r\n\u{1A}\n".unicodeScalars.map { UInt8($0.value) }), .hdf5),
      ([0x80, 2, 0x8A, 10], .pickle), ([0x80, 4, 0x95], .pickle), (Array("GGUF".utf8), .gguf),
      (Array("hello".utf8), .unknown), ([0x93] + Array("NUMPY".utf8), .singleArray),
    ]
    for (bytes, kind) in files {
      #expect(throws: WeightsError.otherFile(kind)) {
        try WeightsFile.read(bytes, path: "net.bin")
      }
    }
  }

  @Test("F16 and BF16 are read exactly") func halves() throws {
    let numbers: [(String, UInt16, Double)] = [
      ("F16", 0x3C00, 1), ("F16", 0xC000, -2), ("F16", 0x3555, 0.333251953125),
      ("F16", 0x0001, 0x1p-24), ("F16", 0x7BFF, 65504), ("F16", 0x8000, 0),
      ("BF16", 0x3F80, 1), ("BF16", 0xC0A0, -5), ("BF16", 0x3DCD, 0.10009765625),
    ]
    for (dtype, bits, number) in numbers {
      let header = "{" + SafetensorsBytes.entry("0.weight", dtype, shape: "[1,1]", 0, 2) + "}"
      let file = SafetensorsBytes.file(
        header: header, data: [UInt8(bits & 0xFF), UInt8(bits >> 8)])
      #expect(try WeightsFile.safetensors(file)[0].weight == [[number]], "\(dtype) \(bits)")
    }
    let infinite = SafetensorsBytes.file(
      header: "{" + SafetensorsBytes.entry("0.weight", "F16", shape: "[1,1]", 0, 2) + "}",
      data: [0, 0x7C])
    #expect(throws: WeightsError.self) { try WeightsFile.safetensors(infinite) }
  }

  @Test("every form is read or refused, however it is damaged") func damage() throws {
    for name in ["state.pt", "arrays.npz", "gemm.onnx", "model.keras", "weightnorm.safetensors"] {
      let bytes = try Self.bytes(name)
      var refused = 0
      for place in stride(from: 0, to: bytes.count, by: bytes.count / 150) {
        for change in 0..<3 {
          var damaged = bytes
          switch change {
          case 0: damaged.removeSubrange(place...)
          case 1: damaged[place] ^= 0xFF
          default: damaged.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0x7F], at: place)
          }
          if (try? WeightsFile.read(damaged, path: name)) == nil { refused += 1 }
        }
      }
      #expect(refused > 150, "\(name)")
    }
  }
}
