/// What makes a picture smaller, in words for messages.
enum SmallerPicture {
  static let ofNetwork =
    "fold its scopes with --depth 1, draw a part of it with --focus, or write all numbers as .json"
  static let ofExpression =
    "--root draws what a name is made of alone, and .json has all numbers"
  static let ofTraining = "--depth 1 folds its scopes, --frames none draws nothing"
  static let ofFrames = "fold its scopes with --depth 1, or draw a part of it with --focus"
  static let ofPlot = "plot fewer runs, or write the numbers with --csv"
}
