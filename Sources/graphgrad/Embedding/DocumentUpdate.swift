import GraphGradKit

/// A document with its pictures drawn anew, before anything is written.
struct DocumentUpdate {
  let name: String
  let pictures: [Picture]
  /// The whole document as it should be.
  let bytes: [UInt8]
  /// Whether the document is as it should be, its pictures aside.
  let isCurrent: Bool

  /// Reads a document and draws its pictures.
  init(_ name: String, in folder: ProjectFolder) throws(Failure) {
    let path = try folder.path(of: name)
    let document = try Self.read(name)
    var pictures: [Picture] = []
    for (index, place) in document.places.enumerated() {
      let drawing = try PlaceDrawing(place, number: index + 1, document: name, in: folder)
      let files = try drawing.drawn()
      let image = MarkdownImage.text(
        PictureContent.description(of: files[0].bytes) ?? "",
        path: PicturePlace(document: name).address(
          of: files[0].path, from: PathWords(path).folder))
      let now = document.content(of: place)
      pictures.append(
        Picture(
          files: files, place: place, image: image,
          stale: now == place.indentation + image ? nil : now))
    }
    self.name = name
    self.pictures = pictures
    bytes = document.filled(with: pictures.map(\.image))
    isCurrent = bytes == document.bytes
  }

  private static func read(_ name: String) throws(Failure) -> MarkedDocument {
    let source = try SourceText.bytes(name)
    do { return try MarkedDocument(source) } catch {
      let text = SourceText(name: name, text: String(decoding: source, as: UTF8.self))
      throw .wrongInput(text.message(line: error.line, column: error.column, error.words))
    }
  }
}
