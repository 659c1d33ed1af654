import ArgumentParser
import Foundation
import GraphGradKit
import Refusal

/// What a place of a document asks for, ready to be drawn.
struct PlaceDrawing {
  /// Where the picture goes, as it was said, and as a whole path; in which tone, if in one alone.
  private let files: [(name: String, path: String, tone: Theme.Tone?)]
  private let command: any PictureCommand
  private let block: SourceText?
  private let document: String
  private let place: MarkedPlace

  /// Commands that can stand in a document, by name.
  private static let names = ["render", "timeline", "animate", "plot"]

  /// - Parameters:
  ///   - number: of the place in the document, counted from 1.
  ///   - document: its name in messages, and where the picture goes by default.
  init(
    _ place: MarkedPlace, number: Int, document: String, in folder: ProjectFolder
  ) throws(Failure) {
    self.place = place
    self.document = document
    do {
      let (words, block) = try Self.request(place, document)
      let command = try Self.command(words)
      try Self.check(command, folder, isBlock: block != nil)
      let names = PicturePlace(document: document)
      let output = command.output ?? names.name(number)
      guard GraphFormat(path: output) == .svg else {
        throw Failure.wrongInput("error: \(output): a picture in a document is an .svg")
      }
      var files: [(name: String, path: String, tone: Theme.Tone?)] = []
      for (name, tone) in names.files(output) {
        files.append((name, try folder.path(of: name), tone))
      }
      self.files = files
      self.command = command
      self.block = block
    } catch { throw Self.failure(error, document, place) }
  }

  /// Draws the picture; never none.
  func drawn() throws(Failure) -> [PictureFile] {
    var drawn: [PictureFile] = []
    for (name, path, tone) in files {
      drawn.append(PictureFile(name: name, path: path, bytes: try picture(name, tone)))
    }
    return drawn
  }

  private func picture(_ name: String, _ tone: Theme.Tone?) throws(Failure) -> [UInt8] {
    var command = command
    command.output = name
    command.picture.appearance = tone ?? command.picture.appearance
    do {
      if let block, let render = command as? Render {
        return try render.drawn(ExpressionSource(block))
      }
      return try command.drawn()
    } catch { throw Self.failure(error, document, place, isPlaced: block != nil) }
  }

  /// The words of the command, and the block that it draws.
  private static func request(
    _ place: MarkedPlace, _ document: String
  ) throws(Failure) -> (words: [String], block: SourceText?) {
    do {
      switch place.content {
      case .command(let text): return (try CommandWords.split(text), nil)
      case .expression(let text, let options):
        let block = SourceText(inline: text, of: document, firstLine: place.line + 1)
        return (["render"] + (try CommandWords.split(options)), block)
      }
    } catch { throw .wrongInput("error: a \(error.quote) is never closed") }
  }

  private static func command(_ words: [String]) throws -> any PictureCommand {
    guard let name = words.first, names.contains(name) else {
      throw Failure.wrongInput(
        "error: \(words.first ?? "") is no command that draws; there are \(Words.list(names))")
    }
    let command: any ParsableCommand
    do { command = try GraphGrad.parseAsRoot(words) } catch {
      throw Failure.wrongInput("error: \(GraphGrad.message(for: error))")
    }
    guard let command = command as? any PictureCommand else {
      throw Failure.wrongInput("error: this asks for help and draws nothing")
    }
    return command
  }

  private static func check(
    _ command: any PictureCommand, _ folder: ProjectFolder, isBlock: Bool
  ) throws(Failure) {
    if let besides = command.besides {
      throw .wrongInput("error: \(besides) makes more than a picture, and cannot stand here")
    }
    if isBlock, !command.sources.allSatisfy({ $0 == "-" }) {
      throw .wrongInput("error: the block is what is drawn; no file can be named beside it")
    }
    if let render = command as? Render, render.maxSize > folder.sizeLimit {
      throw .wrongInput(
        "--max-size \(render.maxSize): error: a document may ask for \(folder.sizeLimit) at the "
          + "most; --max-size of embed allows more")
    }
    for source in command.sources where !isBlock {
      if source == "-" {
        throw .wrongInput("error: say what to draw: a document has no standard input")
      }
      _ = try folder.path(of: source)
    }
  }

  /// The same failure with its place in the document before it.
  private static func failure(
    _ error: any Error, _ document: String, _ place: MarkedPlace, isPlaced: Bool = false
  ) -> Failure {
    let failure = error as? Failure ?? .failed("error: \(error)")
    let message = failure.message
    let isOurs = isPlaced && message.hasPrefix("\(document):")
    let words = message.hasPrefix("error: ") ? String(message.dropFirst("error: ".count)) : message
    return failure.saying(
      isOurs ? message : "\(document):\(place.line):\(place.column): error: \(words)")
  }
}
