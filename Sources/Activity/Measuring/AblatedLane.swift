internal import Autograd

/// All values of a lane, to ask what changes in it.
struct AblatedLane {
  let program: Int
  private var data: [Double]
  private let outputs: [Double]
  private let loss: Double
  private let prediction: Int?
  private var kept: [Double] = []

  init(_ runner: LaneRunner, _ program: Int, _ lanes: LaneSet) {
    self.program = program
    data = runner.replay.data
    outputs = runner.outputs
    loss = runner.loss
    prediction = lanes.prediction(outputs)
  }

  func value(at position: Int) -> Double { data[position] }

  /// What changes when the value at `position` is replaced; the lane is left as it was.
  mutating func change(
    at position: Int, to value: Double, recomputing nodes: [Int32], _ lanes: LaneSet
  ) -> Change {
    let source = lanes.programs[program]
    let original = data[position]
    kept.removeAll(keepingCapacity: true)
    for node in nodes { kept.append(data[Int(node)]) }
    data[position] = value
    data.withUnsafeMutableBufferPointer { source.program.recompute(nodes, in: $0) }
    defer {
      data[position] = original
      for (node, number) in zip(nodes, kept) { data[Int(node)] = number }
    }
    return change(to: source.outputs, data[source.program.root], lanes)
  }

  private func change(to positions: [Int], _ loss: Double, _ lanes: LaneSet) -> Change {
    var largest = 0.0
    for (position, output) in zip(positions, outputs) {
      let difference = Change.difference(output, data[position])
      largest = max(largest, difference.isNaN ? .infinity : abs(difference))
    }
    let lossChange = Change.difference(self.loss, loss)
    guard largest > 0 else { return Change(outputs: 0, loss: lossChange, isOtherClass: false) }
    let isOtherClass = lanes.prediction(positions.map { data[$0] }) != prediction
    return Change(outputs: largest, loss: lossChange, isOtherClass: isOtherClass)
  }
}
