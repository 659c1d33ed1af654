import GraphGradKit

extension DocumentUpdate {
  /// A picture at one place of a document.
  struct Picture {
    /// The picture, or in a DocC catalog the light and the dark one.
    let files: [PictureFile]
    let place: MarkedPlace
    /// The image as Markdown writes it.
    let image: String
    /// What stands in the document instead; `nil` if it is the image.
    let stale: String?
  }
}

/// A picture as it should be in a file.
struct PictureFile {
  /// Its path as the document's author would give it.
  let name: String
  /// Its whole path.
  let path: String
  let bytes: [UInt8]

  /// The file as it is; `nil` if there is none.
  var drawnBefore: [UInt8]? {
    try? FileReader.bytes(of: path, isInput: false)
  }

  /// Whether the file says what it should, wherever the parts of the picture are.
  var isCurrent: Bool {
    guard let old = drawnBefore else { return false }
    return old == bytes || PictureContent(old) == PictureContent(bytes)
  }
}
