/// One example on its way through a program.
public struct Lane: Sendable, Equatable {
  /// Which of several programs computes it: with cross-entropy there is one for each class.
  public let program: Int
  /// The numbers of the inputs.
  public let inputs: [Double]
  /// The numbers that should come out, as many as the program has targets.
  public let targets: [Double]

  /// An example for the program of this index.
  public init(inputs: [Double], targets: [Double] = [], program: Int = 0) {
    self.program = program
    self.inputs = inputs
    self.targets = targets
  }
}
