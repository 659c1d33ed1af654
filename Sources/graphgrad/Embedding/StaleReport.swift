import Foundation
import GraphGradKit

/// What `embed --check` says of documents whose pictures are not what they should be.
struct StaleReport {
  /// The lines of a difference.
  private(set) var text = ""
  /// What is stale: a document's line, or a picture.
  private(set) var count = 0
  private var reported: Set<String> = []

  /// The most lines shown of a picture.
  private static let limit = 8

  mutating func add(_ update: DocumentUpdate) {
    for picture in update.pictures {
      for file in picture.files { add(file, "\(update.name):\(picture.place.line)") }
      guard let stale = picture.stale else { continue }
      count += 1
      let old = stale.split(whereSeparator: \.isNewline).map { "-\($0)\n" }.joined()
      text +=
        "\(update.name):\(picture.place.contentLine): this should show the picture\n\(old)"
        + "+\(picture.image)\n"
    }
  }

  private mutating func add(_ picture: PictureFile, _ place: String) {
    guard !picture.isCurrent, reported.insert(picture.path).inserted else { return }
    count += 1
    text += "\(picture.name): "
    guard let old = picture.drawnBefore else {
      text += "there is no such picture yet (\(place))\n"
      return
    }
    text += "stale (\(place))\n"
    let (gone, new) = PictureContent(picture.bytes).difference(from: PictureContent(old))
    text += Self.lines("-", gone) + Self.lines("+", new)
  }

  /// The sentences behind boxes and curves if there are any, because they name what they speak of.
  private static func lines(_ sign: String, _ items: [String]) -> String {
    let sentences = items.filter { $0.hasPrefix("<title>") }.map { $0.dropFirst("<title>".count) }
    let shown = sentences.isEmpty ? items.map { $0[...] } : sentences
    let rest = shown.count > limit ? "\(sign)… and \(shown.count - limit) more\n" : ""
    return shown.prefix(limit).map {
      "\(sign)\($0.prefix(160).trimmingCharacters(in: .newlines))\n"
    }
    .joined() + rest
  }
}
