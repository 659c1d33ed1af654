internal import Randomness

extension Dataset {
  /// Points in the yin-yang symbol, in [−2, 2]²: 0 yin, 1 yang, 2 the two small circles.
  ///
  /// Kriener, Göltz and Petrovici 2022, "The Yin-Yang dataset"; drawn as the micrograd teaching
  /// module draws them. Point i is of class i mod 3.
  public static func yinYang(count: Int, random: inout some RandomNumberGenerator) -> Dataset {
    let examples = (0..<count).map { index in
      let (x, y) = YinYang.point(ofClass: index % 3, random: &random)
      return Example(
        inputs: [(x / YinYang.radius - 1) * 2, (y / YinYang.radius - 1) * 2],
        target: .label(index % 3))
    }
    return Dataset(
      inputNames: ["x", "y"], classNames: ["yin", "yang", "circle"], examples: examples)
  }
}

private enum YinYang {
  static let radius = 0.5
  static let eye = 0.1

  static func point(ofClass wanted: Int, random: inout some RandomNumberGenerator) -> (
    Double, Double
  ) {
    while true {
      let x = random.uniform(0, 2 * radius)
      let y = random.uniform(0, 2 * radius)
      if distance(x - radius, y - radius) > radius { continue }
      if label(x, y) == wanted { return (x, y) }
    }
  }

  static func label(_ x: Double, _ y: Double) -> Int {
    let right = distance(x - 1.5 * radius, y - radius)
    let left = distance(x - 0.5 * radius, y - radius)
    if right < eye || left < eye { return 2 }
    let isYin =
      right <= eye || (left > eye && left <= 0.5 * radius) || (y > radius && right > 0.5 * radius)
    return isYin ? 0 : 1
  }

  private static func distance(_ x: Double, _ y: Double) -> Double {
    (x * x + y * y).squareRoot()
  }
}
