import ArgumentParser
import GraphGradKit

struct Embed: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the pictures of Markdown documents, and keep them true.",
    discussion: """
      A comment holds a command as on the command line: render, timeline or animate. The picture is \
      written to its -o, or beside the document, and shown between the comments, with words for \
      those who do not see it. What stands outside is never touched; drawn twice, nothing changes.

        <!-- graphgrad render Samples/points.yaml --example 3 -o docs/points.svg -->
        <!-- /graphgrad -->

      A fenced block whose first word is graphgrad is an expression; its picture comes below it. \
      Behind the word can stand options of render, such as --set a=3.

        ```graphgrad
        a = 2; b = -3; L = tanh(a*b + 1)
        ```

      Files are named from the folder in which embed runs, and lie in it: also those that an \
      experiment, a setting or a link leads to. --check writes nothing \
      and exits with 1 if a picture no longer says what it should; places, which depend on fonts, do \
      not count.

      In a DocC catalog (.docc) each picture is two files among the Resources, light and dark.

        graphgrad embed README.md docs/*.md
        graphgrad embed --check README.md
      """)

  @Argument(help: "Markdown documents.")
  var files: [String]

  @Flag(help: "Only look: exit with 1 and show the differences if something is stale.")
  var check = false

  @Flag(help: "Write every picture again, also one that differs only in places.")
  var redraw = false

  @Flag(help: "Let documents name files outside this folder.")
  var allowOutside = false

  @Option(help: "The largest --max-size that a document may ask for.")
  var maxSize = Drawing.defaultSizeLimit

  func run() throws {
    let folder = try ProjectFolder(allowsOutside: allowOutside, sizeLimit: maxSize)
    var updates: [DocumentUpdate] = []
    for file in files { updates.append(try DocumentUpdate(file, in: folder)) }
    try checkNames(updates)
    if check { return try report(updates) }
    for update in updates { try write(update) }
  }

  /// Two places can show one picture, not two pictures in one file.
  private func checkNames(_ updates: [DocumentUpdate]) throws(Failure) {
    var places: [String: (bytes: [UInt8], words: String)] = [:]
    for update in updates {
      for picture in update.pictures {
        let words = "\(update.name):\(picture.place.line)"
        for file in picture.files {
          if let (bytes, other) = places[file.path],
            PictureContent(bytes) != PictureContent(file.bytes)
          {
            throw .wrongInput(
              "\(words):\(picture.place.column): error: another picture is written to "
                + "\(file.name), from \(other); give one of them another -o")
          }
          places[file.path] = (file.bytes, words)
        }
      }
    }
  }

  private func report(_ updates: [DocumentUpdate]) throws(Failure) {
    var report = StaleReport()
    for update in updates { report.add(update) }
    guard report.count > 0 else { return }
    try Console.write(report.text)
    throw .failed(
      "error: \(report.count) stale; graphgrad embed \(files.joined(separator: " ")) draws anew")
  }

  /// A catalog's folder of resources is made; any other has to be there.
  private func write(_ file: PictureFile) throws(Failure) {
    if file.name.contains(".docc/Resources/") {
      try Output.makeFolder(PathWords(file.path).folder)
    }
    try Output.write(file.bytes, to: file.path)
  }

  /// Pictures before the document that shows them.
  private func write(_ update: DocumentUpdate) throws(Failure) {
    var drawn = 0
    for picture in update.pictures where redraw || !picture.files.allSatisfy(\.isCurrent) {
      for file in picture.files { try write(file) }
      drawn += 1
    }
    if !update.isCurrent { try Output.write(update.bytes, to: update.name, replacesInput: true) }
    let count = update.pictures.count
    try Console.write(
      "\(update.name): \(count) picture\(count == 1 ? "" : "s"), \(drawn) drawn anew\n")
  }
}
