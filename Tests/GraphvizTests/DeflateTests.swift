import CZlib
import Testing

@testable import Graphviz

@Suite("bytes packed in bands") struct DeflateTests {
  @Test(
    "zlib gives the same bytes back, from one band and from several",
    arguments: [0, 1, 5, 70_000, 1 << 18, (1 << 19) + 1, 3_000_001])
  func roundTrip(_ count: Int) throws {
    // Neither all the same nor without pattern, and every byte tells where it was.
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 % 7 == 0 ? $0 >> 4 : $0 / 1000) }
    let packed = try #require(Deflate.pack(bytes))
    var length = UInt(count + 1)
    var unpacked = [UInt8](repeating: 0, count: count + 1)
    #expect(uncompress(&unpacked, &length, packed, UInt(packed.count)) == Z_OK)
    #expect(unpacked.prefix(Int(length)).elementsEqual(bytes))
    #expect(packed == Deflate.pack(bytes), "the same on every machine, whichever core is first")
  }
}
