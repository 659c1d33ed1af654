import Foundation
import GraphGradKit

/// Where the pictures of a document go.
struct PicturePlace {
  private let document: String

  init(document: String) { self.document = document }

  /// The DocC catalog that the document is in, with a slash behind it; `nil` for none.
  private var catalog: Substring? {
    document.range(of: ".docc/", options: .backwards).map { document[..<$0.upperBound] }
  }

  /// `docs/lecture.md` has `docs/lecture-1.svg`; those of a DocC catalog are among its resources.
  func name(_ number: Int) -> String {
    let folder = document.lastIndex(of: "/").map { document[...$0] } ?? ""
    let name = PathWords(document).stem
    return "\(catalog.map { "\($0)Resources/" } ?? "\(folder)")\(name)-\(number).svg"
  }

  /// The files of a picture, each in its tone: DocC chooses between two, and for the rest one follows
  /// the reader.
  func files(_ name: String) -> [(name: String, tone: Theme.Tone?)] {
    guard catalog != nil else { return [(name, nil)] }
    return [(name, .light), ("\(name.dropLast(".svg".count))~dark.svg", .dark)]
  }

  /// How the document speaks of a picture: DocC knows its resources by name.
  func address(of picture: String, from folder: String) -> String {
    catalog == nil
      ? MarkdownImage.path(from: folder, to: picture)
      : PathWords(picture).name
  }
}
