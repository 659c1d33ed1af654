#if os(Linux) || os(macOS)
  import Testing

  /// Expects that what an exit test's process printed to standard error holds a sentence.
  func expectSentence(
    _ result: ExitTest.Result?, _ sentence: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(sentence), "\(text)", sourceLocation: sourceLocation)
  }
#endif
