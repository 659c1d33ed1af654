internal import Experiments
internal import Foundation
internal import Refusal

/// The first block of a recording, as JSON; programs that follow from the rest are left out of it.
struct RecordingHead: Codable {
  let run: RunDescription
  /// The names of the rows of the optimiser's state, in the order in which steps hold them.
  let optimizerRows: [String]
  /// Steps 1, 1 + every, 1 + 2 · every … are recorded, and the end.
  let every: Int

  /// How a file begins, up to the version.
  static let magic = "graphgrad recording "

  static var start: [UInt8] { Array("\(magic)\(Recording.formatVersion)\n".utf8) }

  func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let written = RecordingHead(
      run: run.withoutDerivedPrograms, optimizerRows: optimizerRows, every: every)
    guard let data = try? encoder.encode(written) else {
      refuse("numbers and texts can always be written as JSON")
    }
    return Array(data)
  }

  init(run: RunDescription, optimizerRows: [String], every: Int) {
    self.run = run
    self.optimizerRows = optimizerRows
    self.every = every
  }

  init(json: ArraySlice<UInt8>) throws(RecordingError) {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let written: RecordingHead
    do { written = try decoder.decode(Self.self, from: Data(json)) } catch {
      throw .damagedHead(reason: Self.words(error))
    }
    guard (1...Int(Int32.max)).contains(written.every) else {
      throw .damagedHead(reason: "every \(written.every)th step")
    }
    do {
      self.init(
        run: try written.run.withDerivedPrograms(), optimizerRows: written.optimizerRows,
        every: written.every)
    } catch {
      throw .damagedHead(reason: error.mistake)
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it is no JSON" }
    switch error {
    case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "\(path.isEmpty ? "it" : path) cannot be read"
    @unknown default: return "it cannot be read"
    }
  }
}
