internal import Autograd

/// Sets each neuron's output to a number, in every lane, and computes again what depends on it.
struct Ablation {
  private let lanes: LaneSet

  init(_ lanes: LaneSet) {
    self.lanes = lanes
  }

  /// The effects of setting each judged neuron to its number.
  func effects(of numbers: [Double]) -> [Effect] {
    var effects = numbers.map { _ in Effect() }
    var batch = lanes.batch
    for table in lanes.survey.tables {
      var changes = LaneChanges(lanes, table.count)
      var all = [Change](repeating: .none, count: numbers.count * table.count)
      batch.sweep(table, lanes.survey.replacements, by: numbers) { tile in
        changes.begin(tile)
      } _: { neuron, tile in
        changes.measure(tile, into: &all, from: neuron * table.count)
      }
      for neuron in numbers.indices {
        for lane in 0..<table.count { effects[neuron].add(all[neuron * table.count + lane]) }
      }
    }
    return effects
  }
}

/// What changes in the lanes of a tile.
private struct LaneChanges {
  private let lanes: LaneSet
  private var outputs: [LaneVector] = []
  private var losses = LaneVector()
  private var predictions: [Int?]
  private var lane: [Double] = []

  init(_ lanes: LaneSet, _ count: Int) {
    self.lanes = lanes
    predictions = Array(repeating: nil, count: LaneVector.scalarCount)
  }

  /// Keeps what comes out as it is.
  mutating func begin(_ tile: borrowing LaneTile) {
    outputs = lanes.programs[tile.program].outputs.map { tile.values(at: $0) }
    losses = tile.losses
    if lane.count != outputs.count { lane = outputs.map { _ in 0 } }
    for place in 0..<tile.count { predictions[place] = prediction(tile, place) }
  }

  /// Compares with what comes out now.
  mutating func measure(_ tile: borrowing LaneTile, into changes: inout [Change], from start: Int) {
    var largest = LaneVector()
    var isUnknown = largest .!= largest
    for (position, output) in zip(lanes.programs[tile.program].outputs, outputs) {
      let now = tile.values(at: position)
      let isNone = (output .!= output) .& (now .!= now)
      let difference = Self.difference(output, now).replacing(with: 0, where: isNone)
      let size = difference.replacing(with: -difference, where: difference .< 0)
      largest = pointwiseMax(largest, size.replacing(with: .infinity, where: size .!= size))
      isUnknown .|= isNone
    }
    largest.replace(with: .nan, where: isUnknown .& (largest .== 0))
    let loss = Self.difference(losses, tile.losses)
    for place in 0..<tile.count {
      let isOther = largest[place] > 0 && prediction(tile, place) != predictions[place]
      changes[start + tile.lane(place)] = Change(
        outputs: largest[place], loss: loss[place], isOtherClass: isOther)
    }
  }

  private mutating func prediction(_ tile: borrowing LaneTile, _ place: Int) -> Int? {
    for (index, position) in lanes.programs[tile.program].outputs.enumerated() {
      lane[index] = tile.values(at: position)[place]
    }
    return lanes.prediction(lane)
  }

  /// ``Change/difference(_:_:)`` in each lane.
  private static func difference(_ original: LaneVector, _ changed: LaneVector) -> LaneVector {
    (changed - original).replacing(with: 0, where: original .== changed)
  }
}
