import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The parts of an SVG that a test looks at.
final class SVGReader: NSObject, XMLParserDelegate {
  var ids: [String] = []
  var classes: [String: String] = [:]
  var shapes: [String] = []
  var texts: [String] = []
  private var isText = false

  init?(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if let id = attributes["id"] {
      ids.append(id)
      classes[id] = attributes["class"]
    }
    if let shape = attributes["d"] ?? attributes["points"] { shapes.append(shape) }
    isText = name == "text"
    if isText { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isText { texts[texts.count - 1] += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { isText = false }
}
