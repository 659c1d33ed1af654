internal import Randomness

extension Dataset {
  /// Grey pictures of 8 × 8 of the digits 0 to 9, which take turns: strokes of our own, drawn with
  /// another place, size, slant, turn and thickness each time, and Gaussian noise of the given
  /// deviation.
  ///
  /// Inputs are the pixels row by row, from 0 for the ground to 1 for ink, in steps of 0.01. They
  /// are called `r1c1` to `r8c8`.
  public static func digits(
    count: Int, noise: Double = 0.05, random: inout some RandomNumberGenerator
  ) -> Dataset {
    let examples = (0..<count).map { index in
      let pen = DigitPen(random: &random)
      let ink = pen.pixels(DigitStrokes.of(index % 10)).map { grey in
        let noisy = min(1, max(0, grey + noise * random.normal()))
        return (noisy * 100).rounded() / 100
      }
      return Example(
        inputs: ink, target: .label(index % 10), name: "picture \(index + 1)")
    }
    let places = 1...DigitPen.side
    return Dataset(
      inputNames: places.flatMap { row in places.map { "r\(row)c\($0)" } },
      classNames: (0..<10).map(String.init), examples: examples)
  }
}
