import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

@Suite("Programs written with plain values") struct PlainValueTests {
  @Test("neurons without scopes get verdicts: active, dead, without a path, feeding weight 0")
  func kinds() {
    let activity = Recorded.activity(over: [[1], [2]]) { inputs in
      let p = [1, 0, -1, 0, 1, 1, 0, 0.5].map { Value.parameter($0) }
      let active = (p[1] + p[0] * inputs[0]).relu().named("active")
      let dead = (p[3] + p[2] * inputs[0]).relu().named("dead")
      let loose = (p[1] + p[4] * inputs[0]).relu().named("loose")
      _ = loose * 3
      let muted = (p[3] + p[5] * inputs[0]).relu().named("muted")
      let output = p[7] + p[0] * active + p[4] * dead + p[6] * muted
      return Recorded(outputs: [output], parameters: p)
    }
    #expect(activity.neurons.map(\.site.name) == ["active", "dead", "loose", "muted"])
    #expect(activity.neurons.map(\.verdict) == [.active, .dead, .disconnected, .disconnected])
    #expect(activity["loose"].reason == "disconnected: no path leads from it to an output")
    #expect(
      activity["muted"].reason == "disconnected: its only outgoing weight is exactly 0, so what it "
        + "computes reaches no output")
  }

  @Test("a value that is also used without a weight is connected, whatever the weight")
  func bothWays() {
    let activity = Recorded.activity(over: [[1], [2]]) { inputs in
      let p = [1, 0, 0, 0.25, 1, 1].map { Value.parameter($0) }
      let twice = Tape.scope("a") { (p[1] + p[0] * inputs[0]).relu() }
      let once = Tape.scope("b") { (p[5] + p[4] * inputs[0]).relu() }
      let output = Tape.scope("c") { p[3] + p[2] * twice + p[2] * once + twice }
      return Recorded(outputs: [output], parameters: p)
    }
    #expect(activity["a"].verdict == .active && activity["a"].findings == [])
    #expect(activity["a"].measurement.removal.outputs == 2)
    #expect(activity["b"].verdict == .disconnected)
  }

  @Test("a satisfied hinge gives no gradient, but does not block") func hinge() {
    let activity = Recorded.activity(over: [[2], [3]]) { inputs in
      let p = [1, 0, 1, 0].map { Value.parameter($0) }
      let hidden = (p[1] + p[0] * inputs[0]).relu()
      let score = (p[3] + p[2] * hidden)
      return Recorded(
        outputs: [score], parameters: p, loss: Loss.hinge(score, target: .constant(1)))
    }
    #expect(activity.loss == 0 && activity.neurons[0].measurement.gradient.highest == 0)
    #expect(activity.neurons[0].findings == [.notLearning])
    #expect(activity.neurons[0].verdict == .active)
    #expect(activity.readings(activity.lanes.lanes[0])[0].verdict == .active)
  }

  @Test("at the origin weights lack input: they are not called not learning") func origin() {
    let activity = Recorded.activity(over: [[0, 0], [0, 0]]) { inputs in
      let p = [1, -1, 2, 1, 3, 3].map { Value.parameter($0) }
      let bare = (p[0] * inputs[0] + p[1] * inputs[1]).tanh().named("bare")
      let biased = (p[2] + p[3] * inputs[0]).tanh().named("biased")
      let output = p[4] * bare + p[5] * biased
      return Recorded(outputs: [output], parameters: p)
    }
    #expect(activity["bare"].findings == [.dead, .zeroEffect, .zeroGradientByInput])
    #expect(
      activity["bare"].reason == "dead: its output is exactly 0 over all 2 examples, and its "
        + "weights get no gradient only because their inputs are 0")
    #expect(activity["biased"].findings == [.constant, .zeroGradientByInput])
    #expect(activity["biased"].measurement.gradientNorm > 0)
  }

  @Test("in a residual network what flows past a neuron does not hide its death") func residual() {
    let network = PlainNetwork(
      layers: [
        .init(weights: [[1, 1], [-1, -1]], biases: [0, 0], activation: .relu),
        .init(weights: [[1, 2], [0.5, 1]], biases: [0, 1], activation: .linear),
      ], isResidual: true)
    let samples = [[1, 2], [3, 0.5]].map { Sample(inputs: $0, targets: [0, 0]) }
    let activity = Activity(network.lanes(samples))
    #expect(activity.neurons.map(\.verdict) == [.active, .dead])
    #expect(activity.neurons[0].measurement.removal.outputs == 3.5)
    #expect(network.effect(of: network.hidden[0], over: samples) == 3.5)
    #expect(activity.neurons[1].findings.contains(.cannotFire))
  }
}
