@testable import Diagrams

extension DiagramContent {
  /// The changing texts, one by one.
  var slotTexts: [String] {
    var texts = SlotTexts()
    write(&texts)
    return texts.withTexts { bytes, ends in
      zip([0] + ends, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
    }
  }
}
