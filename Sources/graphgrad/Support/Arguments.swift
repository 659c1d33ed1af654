/// What the tool was called with.
enum Arguments {
  /// Fails for what is no text: Swift would put other characters in its place, and a file of another
  /// name would be read or written.
  static func check() throws(Failure) {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[index], String(validatingCString: bytes) == nil
      else {
        continue
      }
      throw .wrongInput(
        "error: argument \(index), \(CommandLine.arguments[index]), is not UTF-8; such names are "
          + "neither read nor written")
    }
  }
}
