import CZlib
import Testing

@testable import Graphviz

@Suite("bytes packed in bands") struct DeflateTests {
  @Test(
    "zlib gives the same bytes back, from one band and from several",
    arguments: [(0, 7), (1, 1), (5, 0), (10, 7_000), (1 << 18, 1), (1_049, 500), (3, 1_000_001)])
  func roundTrip(_ count: Int, _ size: Int) throws {
    // Neither all the same nor without pattern, and every byte tells where it was.
    @Sendable func byte(_ place: Int) -> UInt8 {
      UInt8(truncatingIfNeeded: place % 7 == 0 ? place >> 4 : place / 1000)
    }
    func pack() -> [UInt8]? {
      Deflate.pack(count, piecesOf: size, slack: 1) { piece, bytes in
        for place in 0..<size { bytes[place] = byte(piece * size + place) }
        bytes[size] = 255
      }
    }
    let packed = try #require(pack())
    var length = UInt(count * size + 1)
    var unpacked = [UInt8](repeating: 0, count: count * size + 1)
    #expect(uncompress(&unpacked, &length, packed, UInt(packed.count)) == Z_OK)
    #expect(unpacked.prefix(Int(length)).elementsEqual((0..<count * size).map(byte)))
    #expect(packed == pack(), "the same on every machine, whichever core is first")
  }
}
