import ArgumentParser

/// A command that makes a picture of files, and so can stand in a document.
protocol PictureCommand: ParsableCommand {
  /// Where the picture goes.
  var output: String? { get set }
  /// How the picture looks.
  var picture: PictureOptions { get set }
  /// The files it reads; `-` is standard input.
  var sources: [String] { get }
  /// What was asked for besides a picture, such as `--csv`; `nil` for nothing.
  var besides: String? { get }
  /// The picture as it is written to ``output``.
  func drawn() throws -> [UInt8]
}

extension PictureCommand {
  var besides: String? { nil }
}
