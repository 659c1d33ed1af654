internal import Randomness

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Dataset {
  /// Two interleaving half circles of radius 1, with Gaussian noise of the given deviation.
  ///
  /// Class 0 is the upper moon about (0, 0), class 1 the lower one about (1, ½).
  public static func moons(
    count: Int, noise: Double = 0.1, random: inout some RandomNumberGenerator
  ) -> Dataset {
    plane(count, classes: ["upper", "lower"], noise, &random) { label, share, _ in
      let angle = Double.pi * share
      return label == 0 ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
    }
  }

  /// Two circles about the origin: class 0 of radius 1, class 1 of radius ½.
  public static func circles(
    count: Int, noise: Double = 0.05, random: inout some RandomNumberGenerator
  ) -> Dataset {
    plane(count, classes: ["outer", "inner"], noise, &random) { label, share, _ in
      let radius = label == 0 ? 1.0 : 0.5
      return (radius * cos(2 * .pi * share), radius * sin(2 * .pi * share))
    }
  }

  /// Arms that wind three quarters of a turn out from the origin to radius 1, one a class.
  public static func spirals(
    count: Int, classes: Int = 2, noise: Double = 0.02, random: inout some RandomNumberGenerator
  ) -> Dataset {
    plane(count, classes: numbered("arm", classes), noise, &random) { label, share, _ in
      let angle = 2 * .pi * (0.75 * share + Double(label) / Double(classes))
      return (share * cos(angle), share * sin(angle))
    }
  }

  /// Gaussian clouds of the given deviation, one a class.
  ///
  /// Two classes lie about (−1, −1) and (1, 1); more lie on the circle of radius 2.
  public static func blobs(
    count: Int, classes: Int = 2, noise: Double = 0.5, random: inout some RandomNumberGenerator
  ) -> Dataset {
    plane(count, classes: numbered("blob", classes), noise, &random) { label, _, _ in
      if classes == 2 { return label == 0 ? (-1, -1) : (1, 1) }
      let angle = 2 * .pi * Double(label) / Double(classes)
      return (2 * cos(angle), 2 * sin(angle))
    }
  }

  /// The corners of the unit square, over and over; class 1 where exactly one coordinate is 1.
  public static func xor(
    count: Int = 4, noise: Double = 0, random: inout some RandomNumberGenerator
  ) -> Dataset {
    let corners: [(Double, Double)] = [(0, 0), (0, 1), (1, 1), (1, 0)]
    return plane(count, classes: ["equal", "different"], noise, &random) { _, _, index in
      corners[index % 4]
    }
  }

  private static func numbered(_ word: String, _ count: Int) -> [String] {
    (1...count).map { "\(word) \($0)" }
  }

  /// Points whose classes take turns, each point made from its class and a share drawn from [0, 1).
  private static func plane(
    _ count: Int, classes: [String], _ noise: Double, _ random: inout some RandomNumberGenerator,
    _ point: (_ label: Int, _ share: Double, _ index: Int) -> (Double, Double)
  ) -> Dataset {
    var examples: [Example] = []
    for index in 0..<count {
      let label = index % classes.count
      let (x, y) = point(label, random.unit(), index)
      let inputs = [x + noise * random.normal(), y + noise * random.normal()]
      examples.append(Example(inputs: inputs, target: .label(label)))
    }
    return Dataset(inputNames: ["x", "y"], classNames: classes, examples: examples)
  }
}
