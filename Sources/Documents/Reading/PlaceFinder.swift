/// Goes through the lines of a Markdown document and finds the places for pictures.
///
/// Of Markdown it knows what can hide a place: fenced blocks, lines moved in by four and more, which
/// are code, and comments.
struct PlaceFinder {
  private let bytes: [UInt8]
  private let lines: [TextLine]
  private var index = 0
  private(set) var places: [MarkedPlace] = []
  private var block: ExpressionBlock?
  private var region: OpenRegion?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = TextLine.all(of: bytes)
  }

  mutating func run() throws(DocumentError) {
    while index < lines.count {
      let line = text(index)
      if let fence = CodeFence(line) {
        try readBlock(fence)
      } else if line.prefix(while: { $0 == " " }).count < 4,
        line.drop(while: { $0 == " " }).hasPrefix("<!--")
      {
        try readComment()
      } else {
        if !line.allSatisfy(\.isWhitespace) { finishBlock() }
        index += 1
      }
    }
    if let region { throw error(region.line, .missingEnd) }
    finishBlock()
  }

  private func text(_ index: Int) -> Substring {
    String(decoding: bytes[lines[index].content], as: UTF8.self)[...]
  }

  private func error(_ line: Int, _ problem: DocumentError.Problem) -> DocumentError {
    DocumentError(line: line + 1, column: column(line), problem: problem)
  }

  /// Where a line's text begins.
  private func column(_ line: Int) -> Int { text(line).prefix { $0 == " " }.count + 1 }
}

/// A fenced block whose picture is still to be found below it.
private struct ExpressionBlock {
  let content: MarkedPlace.Content
  let first: Int
  let last: Int
  let indentation: Int
}

/// A picture whose end is still to be found.
private struct OpenRegion {
  let line: Int
  /// The first line behind the comment.
  let start: Int
  let content: MarkedPlace.Content
  /// The line to speak of.
  let contentLine: Int
}

extension PlaceFinder {
  private mutating func readBlock(_ fence: CodeFence) throws(DocumentError) {
    finishBlock()
    let first = index
    var content: [Substring] = []
    index += 1
    while index < lines.count, !fence.isEnded(by: text(index)) {
      content.append(fence.content(text(index)))
      index += 1
    }
    let words = fence.words.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    let isOurs = words.first == "graphgrad" && region == nil
    if index == lines.count, isOurs { throw error(first, .unclosedBlock) }
    if isOurs {
      block = ExpressionBlock(
        content: .expression(
          content.joined(separator: "\n"), options: words.count > 1 ? String(words[1].trimmed) : ""),
        first: first, last: index, indentation: fence.indentation)
    }
    index += 1
  }

  /// A block with nothing below it gets its picture with the comments around it.
  private mutating func finishBlock() {
    guard let block else { return }
    let end = lines[block.last].end.upperBound
    add(
      block.content, line: block.first, contentLine: block.last + 1, range: end..<end,
      hasMarkers: false, indentation: block.indentation)
    self.block = nil
  }

  private mutating func readComment() throws(DocumentError) {
    let first = index
    guard let (words, rest) = comment() else {
      guard text(first).contains(/<!--\s*\/?graphgrad(\s|$)/) else {
        index = lines.count
        return
      }
      throw error(first, .unclosedComment)
    }
    defer { index += 1 }
    let name = words.prefix { !$0.isWhitespace }
    guard name == "graphgrad" || name == "/graphgrad" else { return finishBlock() }
    guard rest.allSatisfy(\.isWhitespace) else { throw error(first, .textAfterComment) }
    let command = words.dropFirst(name.count).trimmed
    if name == "graphgrad" {
      try begin(command, at: first)
    } else {
      try end(at: first)
    }
  }

  /// The words of the comment that begins on this line, and what follows it on its last line, which
  /// becomes the current one; `nil` if it never ends.
  private mutating func comment() -> (words: Substring, rest: Substring)? {
    var parts: [Substring] = []
    var line = text(index).drop { $0 == " " }.dropFirst("<!--".count)
    while true {
      if let end = line.firstRange(of: "-->") {
        let words = (parts + [line[..<end.lowerBound]]).joined(separator: "\n")
        return (words[...].trimmed, line[end.upperBound...])
      }
      parts.append(line)
      guard index + 1 < lines.count else { return nil }
      index += 1
      line = text(index)
    }
  }

  private mutating func begin(_ command: Substring, at line: Int) throws(DocumentError) {
    if let region { throw error(line, .nested(inside: region.line + 1)) }
    if command.isEmpty {
      guard let block else { throw error(line, .noCommand) }
      region = OpenRegion(
        line: line, start: index + 1, content: block.content, contentLine: block.first)
      self.block = nil
    } else {
      finishBlock()
      region = OpenRegion(
        line: line, start: index + 1, content: .command(String(command)), contentLine: line)
    }
  }

  private mutating func end(at line: Int) throws(DocumentError) {
    guard let region else { throw error(line, .endWithoutBeginning) }
    let start = lines[region.start - 1].end.upperBound
    add(
      region.content, line: region.contentLine, contentLine: region.start,
      range: start..<lines[line].whole.lowerBound, hasMarkers: true,
      indentation: column(region.line) - 1)
    self.region = nil
  }

  private mutating func add(
    _ content: MarkedPlace.Content, line: Int, contentLine: Int, range: Range<Int>,
    hasMarkers: Bool, indentation: Int
  ) {
    places.append(
      MarkedPlace(
        content: content, line: line + 1, column: column(line), contentLine: contentLine + 1,
        range: range, hasMarkers: hasMarkers,
        indentation: String(repeating: " ", count: indentation),
        lineEnd: Array(bytes[lines[line].end])))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
