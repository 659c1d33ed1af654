import GraphGradKit

/// A graph read from its JSON form.
struct GraphSource {
  let picture: NetworkPicture
  let caption: Caption

  /// Whether a file's name says that it holds one.
  static func isGraph(_ path: String) -> Bool { path.hasSuffix(".json") }

  init(_ path: String) throws(Failure) {
    let bytes = try SourceText.bytes(path)
    let file: GraphFile
    do { file = try GraphFile(json: bytes) } catch {
      let text = SourceText(name: path, text: String(decoding: bytes, as: UTF8.self))
      throw .wrongInput(text.message(line: error.line, column: error.column, error.words))
    }
    picture = file.picture
    switch file {
    case .values(let graph):
      let root = graph.nodes[graph.root]
      let value = "\(root.name ?? "root") = \(NumberFormat.text(for: root.data))"
      caption = Caption(title: graph.name, detail: graph.comparedTo == nil ? value : "")
    case .neurons(let network): caption = Caption(title: network.name)
    }
  }
}
