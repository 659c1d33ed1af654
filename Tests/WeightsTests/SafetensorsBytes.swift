/// The bytes of a safetensors file, sound or not.
enum SafetensorsBytes {
  static func file(header: String, data: [UInt8] = []) -> [UInt8] {
    length(UInt64(header.utf8.count)) + Array(header.utf8) + data
  }

  static func length(_ length: UInt64) -> [UInt8] {
    withUnsafeBytes(of: length.littleEndian) { Array($0) }
  }

  static func f32(_ numbers: [Float]) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) } }
  }

  static func f64(_ numbers: [Double]) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) } }
  }

  /// A sound file of `F32` tensors whose numbers count up from 0, in the given order.
  static func counting(_ tensors: [(name: String, shape: [Int])]) -> [UInt8] {
    var entries: [String] = []
    var count = 0
    for (name, shape) in tensors {
      let begin = count * 4
      count += shape.reduce(1, *)
      entries.append(entry(name, shape: "\(shape)", begin, count * 4))
    }
    return file(
      header: "{\(entries.joined(separator: ","))}", data: f32((0..<count).map { Float($0) }))
  }

  static func entry(
    _ name: String, _ dtype: String = "F32", shape: String, _ begin: Int, _ end: Int
  ) -> String {
    #""\#(name)":{"dtype":"\#(dtype)","shape":\#(shape),"data_offsets":[\#(begin),\#(end)]}"#
  }
}
