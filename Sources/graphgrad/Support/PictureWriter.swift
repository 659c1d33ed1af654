import Foundation
import GraphGradKit

/// Writes pictures of one view into a folder, all from one layout: no box moves between them.
struct PictureWriter {
  let folder: String
  private(set) var count = 0
  private let format: PictureFormat
  private var drawing: Drawing?
  private var hasWarned = false
  private let clears: Bool
  private let advice: String

  /// - Parameters:
  ///   - clears: whether frames that are there already are taken away, once there is one to take
  ///     their place.
  ///   - advice: what to do where the picture is too large.
  init(
    folder: String, format: PictureFormat, clears: Bool = true,
    orElse advice: String = SmallerPicture.ofFrames
  ) throws(Failure) {
    self.advice = advice
    self.folder = folder
    self.format = format
    self.clears = clears
    try Output.makeFolder(folder)
  }

  /// Writes a picture as the file `name`, to which the format is added.
  mutating func write(
    _ network: NetworkPicture, _ caption: Caption, _ name: String
  ) throws(Failure) {
    if !hasWarned { hasWarned = NonFiniteWarning.give(network) }
    let known = drawing
    FontWarning.give()
    let (drawing, picture) = try Output.drawing(orElse: advice) { () throws(DrawingError) in
      let drawing =
        if let known { known } else {
          try network.drawing(caption: caption)
        }
      return (drawing, try drawing.picture(format, of: network, caption: caption))
    }
    if known == nil { FoldingNote.give(drawing) }
    self.drawing = drawing
    if clears, count == 0 { removeEarlierFrames() }
    try Output.write(picture, to: "\(folder)/\(name).\(format.rawValue)")
    count += 1
  }

  /// Writes the moments within a step, or of an expression.
  mutating func write(moments film: [FilmFrame]) throws(Failure) {
    for (place, frame) in film.enumerated() {
      try write(frame.network, frame.caption, "inside-\(Self.padded(place + 1, to: film.count))")
    }
  }

  /// A number with zeros before it, so that files are in order.
  static func padded(_ number: Int, to largest: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, String(largest).count - digits.count)) + digits
  }

  /// A shorter run must not leave the longer one's last frames behind its own.
  private func removeEarlierFrames() {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in files
    where file.wholeMatch(of: /(step-([0-9]+|end)|(inside|sweep)-[0-9]+)\.(svg|png)/) != nil {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(file)")
    }
  }
}
