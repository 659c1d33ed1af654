import Activity
import Datasets
import Experiments
import Foundation
import Randomness
import Recordings
import Testing

@Suite("Damaged recordings") struct DamageTests {
  @Test("any changed byte is found, and what is before it stays readable") func flips() throws {
    let (file, recording) = try RecordingTests.recorded()
    let whole = try file.bytes()
    let starts = RecordingTests.starts(whole)
    var random = Xorshift64Star(seed: 9)
    var refused = 0
    for _ in 0..<400 {
      let place = Int(random.uniform(0, Double(whole.count)))
      var bytes = whole
      bytes[place] ^= UInt8(1 << Int(random.uniform(0, 8)))
      let block = starts.lastIndex { $0 <= place } ?? -1
      do {
        let read = try Recording(bytes: bytes)
        #expect(block >= 1 && read.damage?.offset == starts[block], "byte \(place)")
        #expect(read.steps == Array(recording.steps.prefix(block - 1)))
      } catch {
        // The beginning, what the recording is of, or its first step.
        #expect(block <= 1, "byte \(place): \(error)")
        refused += 1
      }
    }
    #expect(refused > 20)
  }

  @Test("no file is too strange: an error, not a trap") func noise() throws {
    let (file, _) = try RecordingTests.recorded()
    let whole = try file.bytes()
    #expect(throws: RecordingError.notARecording) { try Recording(bytes: []) }
    #expect(throws: RecordingError.notARecording) { try Recording(bytes: Array("{}".utf8)) }
    #expect(throws: RecordingError.unknownVersion("2")) {
      try Recording(bytes: Array("graphgrad recording 2\n".utf8) + whole.dropFirst(22))
    }
    #expect(throws: RecordingError.self) {
      try Recording(bytes: Array("graphgrad recording 1".utf8))
    }
    #expect(throws: RecordingError.file(reason: "there is no such file")) {
      try Recording(path: "/none/run.gradrec")
    }
    var random = Xorshift64Star(seed: 11)
    for _ in 0..<300 {
      let length = Int(random.uniform(0, 300))
      let noise = (0..<length).map { _ in UInt8(random.uniform(0, 256)) }
      _ = try? Recording(bytes: Array("graphgrad recording 1\n".utf8) + noise)
      _ = try? Recording(bytes: Array(whole.prefix(22 + length)) + noise)
    }
  }

  /// The recording with another head, whose checksum is right.
  private static func with(head: String, _ whole: [UInt8]) -> [UInt8] {
    let starts = RecordingTests.starts(whole)
    return Array(whole[..<starts[0]]) + block("head", Array(head.utf8)) + whole[starts[1]...]
  }

  private static func block(_ kind: String, _ payload: [UInt8]) -> [UInt8] {
    var bytes = Array(kind.utf8)
    withUnsafeBytes(of: UInt64(payload.count).littleEndian) { bytes += $0 }
    bytes += payload
    var register: UInt32 = ~0
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
    }
    withUnsafeBytes(of: (~register).littleEndian) { bytes += $0 }
    return bytes
  }

  private static func head(_ whole: [UInt8]) -> String {
    let starts = RecordingTests.starts(whole)
    return String(decoding: whole[(starts[0] + 12)..<(starts[1] - 4)], as: UTF8.self)
  }

  @Test("a head whose parts do not fit is refused, whatever its checksum says") func heads() throws
  {
    let (file, recording) = try RecordingTests.recorded()
    let whole = try file.bytes()
    let head = Self.head(whole)
    #expect(try Recording(bytes: Self.with(head: head, whole)).steps == recording.steps)
    let changes: [(String, String)] = [
      ("\"operands\":[[],", "\"operands\":[[7],"), ("\"add\"", "\"sum\""),
      ("\"root\":", "\"root\":9"), ("\"parameters\":[", "\"parameters\":[9999,"),
      ("\"inputs\":[", "\"inputs\":[1,"), ("\"layers\":[4,2]", "\"layers\":[4,3]"),
      ("\"layers\":[4,2]", "\"layers\":[-4,2]"), ("\"label\":{\"_0\":0}", "\"label\":{\"_0\":7}"),
      ("\"every\":1", "\"every\":0"), ("\"recordedOrder\":[", "\"recordedOrder\":[0,"),
      ("\"loss\":\"crossEntropy\"", "\"loss\":\"hinge\""), ("{", "["),
      ("\"optimizerRows\"", "\"rows\""),
      ("\"data\":[", "\"data\":[\"x\","), ("\"scopes\":[", "\"scopes\":[999,"),
      ("\"example\":{\"_0\":1}", "\"example\":{\"_0\":1000}"),
      ("\"example\":{\"_0\":1}", "\"example\":{\"_0\":0}"),
      ("\"betas\":[", "\"betas\":[0,"), ("\"validateEvery\":5", "\"validateEvery\":0"),
      ("\"outputs\":[", "\"outputs\":[-1,"), ("\"train\":[", "\"train\":[],\"x\":["),
    ]
    for (from, to) in changes {
      #expect(head.contains(from), "\(from)")
      let changed = head.replacing(from, with: to)
      #expect(throws: RecordingError.self, "\(from) → \(to)") {
        try Recording(bytes: Self.with(head: changed, whole))
      }
    }
  }

  @Test("mutated heads never trap, and what is read of them can be used") func mutations() throws {
    let (file, _) = try RecordingTests.recorded()
    let whole = try file.bytes()
    let head = Array(Self.head(whole).utf8)
    var random = Xorshift64Star(seed: 21)
    var usable = 0
    for _ in 0..<400 {
      var changed = head
      for _ in 0..<Int(random.uniform(1, 4)) {
        let place = Int(random.uniform(0, Double(changed.count)))
        let digits = Array("0123456789-,[]{}\"".utf8)
        changed[place] = digits[Int(random.uniform(0, Double(digits.count)))]
      }
      guard
        let recording = try? Recording(
          bytes: Self.with(head: String(decoding: changed, as: UTF8.self), whole))
      else { continue }
      var trainer = try recording.trainer()
      let parameters = recording.steps[0].state.parameters
      _ = trainer.evaluate(trainer.split.train, parameters)
      let activity = Activity(trainer.laneSet(parameters, over: trainer.split.train))
      _ = activity.neuronGraph(of: trainer.lane(trainer.probe.example), name: "mutated")
      usable += 1
    }
    #expect(usable > 5)
  }

  @Test("a part of an unknown kind is refused, one in the wrong place ends the recording")
  func kinds() throws {
    let (file, recording) = try RecordingTests.recorded()
    let whole = try file.bytes()
    let starts = RecordingTests.starts(whole)
    #expect(throws: RecordingError.unknownBlock(kind: "note", offset: starts[3])) {
      try Recording(bytes: Array(whole[..<starts[3]]) + Self.block("note", [1, 2, 3]))
    }
    // A step again, and a step of another length.
    for extra in [Array(whole[starts[2]..<starts[3]]), Self.block("step", [1, 2, 3])] {
      let read = try Recording(bytes: Array(whole[..<starts[4]]) + extra)
      #expect(read.damage == RecordingDamage(offset: starts[4], kind: .misplaced))
      #expect(read.steps == Array(recording.steps.prefix(3)))
    }
    #expect(throws: RecordingError.noSteps) { try Recording(bytes: Array(whole[..<starts[1]])) }
  }
}
