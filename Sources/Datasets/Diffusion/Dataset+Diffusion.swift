internal import Randomness

extension Dataset {
  /// Noisy points, and the noise in each as what should come out: Ho, Jain and Abbeel 2020,
  /// algorithm 1, with noise that is drawn once.
  ///
  /// The points of `plane` are first moved and scaled to mean 0 and deviation 1 along each axis. The
  /// levels take turns. Inputs are the noisy point and ``NoiseSchedule/features(_:)``; targets are the
  /// two numbers of the noise.
  ///
  /// - Precondition: examples of two inputs.
  public static func diffusion(
    of plane: Dataset, _ schedule: NoiseSchedule, random: inout some RandomNumberGenerator
  ) -> Dataset {
    let axes = (0..<2).map { axis in standardized(plane.examples.map { $0.inputs[axis] }) }
    var examples: [Example] = []
    for index in plane.examples.indices {
      let level = index % schedule.count + 1
      let noise = [random.normal(), random.normal()]
      let point = (0..<2).map { axis in
        schedule.signal(level) * axes[axis][index] + schedule.noise(level) * noise[axis]
      }
      examples.append(
        Example(inputs: point + schedule.features(level), target: .numbers(noise)))
    }
    return Dataset(
      inputNames: ["x", "y", "level", "noise"], classNames: [],
      targetNames: ["noise in x", "noise in y"], examples: examples)
  }

  private static func standardized(_ numbers: [Double]) -> [Double] {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)
    return numbers.map { ($0 - mean) / (variance > 0 ? variance.squareRoot() : 1) }
  }
}

extension NoiseSchedule {
  /// The point that noise was added to, of an example of ``Dataset/diffusion(of:_:random:)``.
  public func point(in example: Example) -> [Double] {
    guard case .numbers(let noise) = example.target else { return [] }
    let level = Int((example.inputs[2] * Double(count)).rounded())
    return (0..<2).map { axis in
      (example.inputs[axis] - self.noise(level) * noise[axis]) / signal(level)
    }
  }
}
