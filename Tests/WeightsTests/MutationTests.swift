import Randomness
import Testing
import Weights

@Suite("damaged files") struct MutationTests {
  private static let safetensors = SafetensorsBytes.counting([
    ("net.0.weight", [3, 2]), ("net.0.bias", [3]), ("net.2.weight", [1, 3]), ("net.2.bias", [1]),
  ])
  private static let json = Array(
    #"{"layers": [{"name": "ä\n", "weight": [[0.5, -1e3]], "bias": [1], "activation": "tanh"}]}"#
      .utf8)

  /// What often hides in a bad file.
  private static let pieces: [[UInt8]] = [
    "-1", "99999999999999999999", "9223372036854775807", "1e999", "[", "]", "{", "}", "\"", ",",
    "\\u", "\\ud800", "null", "0", "__metadata__", ".weight", ".bias", "F64", "\u{301}",
  ].map { Array($0.utf8) }

  @Test("are read or refused, and nothing else", arguments: 1...20) func survives(seed: Int) {
    var random = Xorshift64Star(seed: UInt64(seed))
    var (read, refused) = (0, 0)
    for _ in 0..<250 {
      let bytes = Self.damaged(Self.safetensors, &random)
      let text = String(decoding: Self.damaged(Self.json, &random), as: UTF8.self)
      for isRead in [Self.isRead(bytes), Self.isRead(text)] {
        if isRead { read += 1 } else { refused += 1 }
      }
    }
    // Changed numbers leave a file sound, most other changes do not: both paths are taken.
    #expect(read > 10 && refused > 100)
  }

  private static func isRead(_ bytes: [UInt8]) -> Bool {
    do throws(WeightsError) {
      return try !WeightsFile.safetensors(bytes).isEmpty
    } catch {
      return false
    }
  }

  private static func isRead(_ text: String) -> Bool {
    do throws(WeightsError) {
      return try !WeightsFile.json(text).isEmpty
    } catch {
      return false
    }
  }

  private static func damaged(_ bytes: [UInt8], _ random: inout Xorshift64Star) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int(random.next32() % 3) {
      damage(&bytes, &random)
      if bytes.isEmpty { break }
    }
    return bytes
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout Xorshift64Star) {
    let place = Int(random.next32()) % bytes.count
    let end = min(bytes.count, place + Int(random.next32() % 8))
    let piece = pieces[Int(random.next32()) % pieces.count]
    switch random.next32() % 6 {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next32())
    case 1: bytes[place] ^= 1 << UInt8(random.next32() % 8)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: piece, at: place)
    case 4: bytes.replaceSubrange(place..<min(bytes.count, place + piece.count), with: piece)
    default: bytes.removeSubrange((random.next32() % 4 == 0 ? place : bytes.count - 1)...)
    }
  }
}
