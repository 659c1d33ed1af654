import Foundation
import GraphGradKit

extension DocumentUpdate {
  /// A picture at one place of a document.
  struct Picture {
    /// Its path as the document's author would give it.
    let name: String
    /// Its whole path.
    let path: String
    /// The picture as it should be.
    let bytes: [UInt8]
    let place: MarkedPlace
    /// The image as Markdown writes it.
    let image: String
    /// What stands in the document instead; `nil` if it is the image.
    let stale: String?

    /// The file as it is; `nil` if there is none.
    var drawnBefore: [UInt8]? {
      FileManager.default.contents(atPath: path).map(Array.init)
    }

    /// Whether the file says what it should, wherever the parts of the picture are.
    var isCurrent: Bool {
      guard let old = drawnBefore else { return false }
      return old == bytes || PictureContent(old) == PictureContent(bytes)
    }
  }
}
