internal import Autograd

/// Puts together what is known of each neuron.
struct Judge {
  private let lanes: LaneSet
  private let sites: [NeuronSite]
  private let places: [Int: Int]
  private let gradients: [Double]
  private let tolerance: Double
  private let outgoing: Outgoing
  private let certified: Set<Int>

  /// - Parameter gradients: of each parameter, summed over the lanes.
  init(_ lanes: LaneSet, _ gradients: [Double], _ tolerance: Double) {
    let program = lanes.programs[0]
    self.lanes = lanes
    sites = lanes.survey.judged[0]
    places = Dictionary(
      zip(program.parameters, program.parameters.indices), uniquingKeysWith: { first, _ in first })
    self.gradients = gradients.map { $0 / Double(lanes.lanes.count) }
    self.tolerance = tolerance
    outgoing = lanes.survey.outgoing
    certified = Certificate.neurons(lanes)
  }

  func facts(_ neuron: Int, _ measurement: Measurement) -> Facts {
    let site = sites[neuron]
    var measurement = measurement
    measurement.gradientNorm = norm(site)
    return Facts(
      site: site, measurement: measurement, zeroOutgoingWeights: zeroOutgoingWeights(site),
      reachesOutput: outgoing.reachesOutput(site), cannotFire: certified.contains(neuron),
      tolerance: tolerance, hasLoss: lanes.hasLoss)
  }

  private func norm(_ site: NeuronSite) -> Double {
    let own = site.parameters.compactMap { places[$0].map { gradients[$0] } }
    if own.contains(where: \.isNaN) { return .nan }
    let largest = own.map(abs).max() ?? 0
    guard largest > 0, largest.isFinite else { return largest }
    // Scaled, so that the square of a small gradient does not become 0.
    return largest * own.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }

  private func zeroOutgoingWeights(_ site: NeuronSite) -> Int? {
    guard let weights = outgoing.weights(of: site),
      weights.allSatisfy({ places[$0].map { lanes.parameters[$0] == 0 } ?? false })
    else { return nil }
    return weights.count
  }
}
