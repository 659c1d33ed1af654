extension Dataset {
  /// One pattern for each of `size` inputs, with 1 at its place and 0 elsewhere; its class is its
  /// place.
  ///
  /// To be passed through a narrow layer: the encoder problem of Ackley, Hinton and Sejnowski 1985,
  /// as in Rumelhart, Hinton and Williams 1986, "Learning internal representations by error
  /// propagation".
  public static func encoder(size: Int) -> Dataset {
    let places = 0..<size
    return Dataset(
      inputNames: places.map { "x\($0 + 1)" }, classNames: places.map { "y\($0 + 1)" },
      examples: places.map { place in
        Example(
          inputs: places.map { $0 == place ? 1 : 0 }, target: .label(place),
          name: "pattern \(place + 1)")
      })
  }

  /// All 2ⁿ patterns of `size` zeros and ones; class 1 where the second half mirrors the first.
  ///
  /// Rumelhart, Hinton and Williams 1986, "Learning representations by back-propagating errors",
  /// figure 1, with six inputs.
  public static func symmetry(size: Int) -> Dataset {
    let examples = (0..<1 << size).map { number in
      let bits = (0..<size).map { (number >> (size - 1 - $0)) & 1 }
      return Example(
        inputs: bits.map(Double.init), target: .label(bits == bits.reversed() ? 1 : 0),
        name: bits.map(String.init).joined())
    }
    return Dataset(
      inputNames: (0..<size).map { "x\($0 + 1)" }, classNames: ["asymmetric", "symmetric"],
      examples: examples)
  }
}
