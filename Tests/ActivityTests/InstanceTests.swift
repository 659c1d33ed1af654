import Activity
import Autograd
import GraphModel
import NeuralNetworks
import Testing

@Suite("Neurons with several instances") struct InstanceTests {
  @Test("a filter has zero effect if and only if the network without it gives the same bits")
  func zeroEffect() {
    var tally: [Bool: Int] = [:]
    var deadCount = 0
    for seed in 1...120 as ClosedRange<UInt64> {
      let plain = PlainConvolutionalNetwork(seed: seed)
      let activity = Activity(plain.lanes)
      #expect(activity.neurons.map(\.site.name) == plain.filters.map(\.name))
      for (name, layer, filter) in plain.filters {
        let neuron = activity[name]
        let effect =
          plain.samples.flatMap { sample in
            zip(
              plain.outputs(sample.inputs),
              plain.outputs(sample.inputs, without: (layer, filter))
            ).map { abs($1 - $0) }
          }.max() ?? 0
        #expect(neuron.measurement.removal.outputs == effect, "\(seed) \(name)")
        #expect(neuron.findings.contains(.zeroEffect) == (effect == 0), "\(seed) \(name)")
        let features = plain.samples.map { plain.features($0.inputs, layer: layer, filter: filter) }
        expectCounts(neuron, features)
        tally[effect == 0, default: 0] += 1
        deadCount += neuron.verdict == .dead ? 1 : 0
      }
    }
    #expect(tally[false, default: 0] > 100 && tally[true, default: 0] > 50 && deadCount > 30)
  }

  /// - Parameter features: the filter's outputs, example by example.
  private func expectCounts(_ neuron: NeuronActivity, _ features: [[Double]]) {
    let all = features.joined()
    let measurement = neuron.measurement
    #expect(neuron.site.instances.count == features[0].count)
    #expect(measurement.count == features.count && measurement.outputCount == all.count)
    #expect(measurement.firingCount == all.count { $0 != 0 })
    #expect(measurement.silentCount == features.count { $0.allSatisfy { $0 == 0 } })
    #expect(neuron.findings.contains(.dead) == all.allSatisfy { $0 == 0 })
    #expect(measurement.output.highest == all.max() && measurement.output.lowest == all.min())
  }

  @Test("filters that can be taken out together change no bit of any output") func removal() {
    var count = 0
    for seed in 1...80 as ClosedRange<UInt64> {
      let plain = PlainConvolutionalNetwork(seed: seed)
      let lanes = plain.lanes
      let activity = Activity(lanes)
      var runner = LaneRunner(lanes.programs)
      var parameters = lanes.parameters
      runner.set(parameters)
      let expected = lanes.lanes.map { lane in
        runner.forward(lane)
        return runner.outputs
      }
      let places = Dictionary(
        uniqueKeysWithValues: zip(lanes.programs[0].parameters, lanes.parameters.indices))
      for index in activity.removable {
        // A filter whose weights and bias are 0 is off everywhere.
        for position in activity.neurons[index].site.parameters {
          parameters[places[position] ?? -1] = 0
        }
        count += 1
      }
      runner.set(parameters)
      for (lane, outputs) in zip(lanes.lanes, expected) {
        runner.forward(lane)
        #expect(runner.outputs == outputs, "\(seed)")
      }
    }
    #expect(count > 30)
  }

  @Test("how often each instance fires adds up to how often the neuron does") func rates() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let plain = PlainConvolutionalNetwork(seed: seed)
      let lanes = plain.lanes
      var meter = FiringMeter(lanes)
      let shares = meter.fires(with: lanes.parameters)
      #expect(
        meter.emptyHistory.withSeveralPlaces
          == Set(
            lanes.programs[0].neurons().filter(\.isJudged).indices.filter {
              lanes.programs[0].neurons().filter(\.isJudged)[$0].instances.count > 1
            }))
      let instances = meter.instanceFires(with: lanes.parameters)
      for (index, filter) in plain.filters.enumerated() {
        let maps = plain.samples.map {
          plain.features($0.inputs, layer: filter.layer, filter: filter.filter)
        }
        let counts = maps[0].indices.map { place in maps.count { $0[place] != 0 } }
        #expect(instances[index] == counts.map { Double($0) / Double(maps.count) })
        #expect(
          shares[index] == Double(counts.reduce(0, +)) / Double(maps.count * maps[0].count))
      }
    }
  }

  @Test("a cell used step by step, each reading the last, is one neuron that is removed as a whole")
  func recurrent() {
    Tape.recording {
      let cell = Tape.scope("cell") { [0.5, -2.0].map { Value.parameter($0) } }
      let weight = Value.parameter(3)
      let inputs = (0..<3).map { _ in Value(0) }
      var hidden = Value(0.3)
      for (step, input) in inputs.enumerated() {
        hidden = Tape.scope("step\(step + 1)") {
          (cell[0] * input + cell[1] * hidden).tanh()
        }
      }
      let output = (weight * hidden).named("o")
      let program = ExampleProgram(
        loss: output * output, inputs: inputs, parameters: cell + [weight], outputs: [output])
      let lanes = LaneSet(
        [program], lanes: [Lane(inputs: [1, -1, 0.5]), Lane(inputs: [0, 2, 1])],
        parameters: [0.5, -2, 3])
      let neuron = Activity(lanes).neurons[0]
      #expect(neuron.site.name == "cell")
      #expect(neuron.site.instances.map(\.name) == ["step1", "step2", "step3"])
      #expect(neuron.measurement.fires == 1)
      let outputs = [[1, -1, 0.5], [0, 2, 1]].map { inputs in
        3 * inputs.reduce(0.3) { Activation.tanh.number(0.5 * $1 + -2 * $0) }
      }
      #expect(neuron.measurement.removal.outputs == outputs.map(abs).max())
    }
  }

  @Test("programs may use a neuron at different numbers of places") func lengths() {
    Tape.recording {
      let neuron = Tape.scope("neuron1") { Neuron(weights: [1], bias: -1, activation: .relu) }
      let weight = Value.parameter(2)
      let start = Tape.current.position
      let programs = (1...3).map { length in
        defer { Tape.current.reset(to: start) }
        let inputs = (0..<length).map { _ in Value(0) }
        let hidden = inputs.enumerated().map { place, input in
          Tape.scope("neuron1") { Tape.scope("position\(place + 1)") { neuron([input]) } }
        }
        let output = (weight * hidden.dropFirst().reduce(hidden[0], +)).named("o")
        return ExampleProgram(
          loss: output * output, inputs: inputs, parameters: neuron.parameters + [weight],
          outputs: [output])
      }
      let lanes = LaneSet(
        programs,
        lanes: [
          Lane(inputs: [3], program: 0), Lane(inputs: [0, 2], program: 1),
          Lane(inputs: [0, 0, 0.5], program: 2),
        ], parameters: [1, -1, 2])
      let found = Activity(lanes).neurons[0]
      #expect(found.site.name == "neuron1")
      #expect(found.measurement.instanceCounts == 1...3)
      #expect(found.measurement.outputCount == 6 && found.measurement.firingCount == 2)
      #expect(found.measurement.silentCount == 1 && found.measurement.removal.outputs == 4)
      #expect(found.reason.hasPrefix("active: fires at 2 of 6 places, in 2 of 3 examples;"))
      var meter = FiringMeter(lanes)
      #expect(meter.instanceFires(with: lanes.parameters) == [[1.0 / 3, 0.5, 0]])
    }
  }

  @Test("the sentences speak of places") func sentences() {
    func activity(bias: Double) -> Activity {
      Tape.recording {
        let layer = Tape.scope("convolution1") {
          Convolution(
            weights: [[1, 1, 1, 1]], biases: [bias], size: 2,
            over: FeatureShape(rows: 3, columns: 3), activation: .relu)
        }
        let inputs = (0..<9).map { _ in Value(0) }
        let maps = Tape.scope("convolution1") { layer(inputs) }
        let pooled = MaxPool(size: 2, over: layer.outputShape)(maps)
        let weight = Value.parameter(0.5)
        let output = (weight * pooled[0]).named("o")
        let program = ExampleProgram(
          loss: output * output, inputs: inputs, parameters: layer.parameters + [weight],
          outputs: [output])
        let pictures: [[Double]] = [[1, 1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 1]]
        return Activity(
          LaneSet(
            [program], lanes: pictures.map { Lane(inputs: $0) },
            parameters: [1, 1, 1, 1, bias, 0.5]))
      }
    }
    let dead = activity(bias: -5).neurons[0]
    #expect(
      dead.reason
        == "dead: its pre-activation is at most −3.0000 over all 2 examples at all 4 places, "
        + "so its output is exactly 0 and the gradients of its 5 parameters are exactly 0; it "
        + "cannot fire anywhere between the smallest and largest inputs; gradient descent alone "
        + "cannot bring it back")
    let half = activity(bias: -1)
    #expect(
      half.neurons[0].reason == "active: fires at 1 of 8 places, in 1 of 2 examples; without it "
        + "outputs change by up to 0.5000 and the loss by −0.1250")
    let readings = half.lanes.lanes.map { half.readings($0)[0].reason }
    #expect(
      readings[0] == "active here: its output is up to 1.0000 at 1 of 4 places; 2 weights get no "
        + "gradient only because the input is 0")
    #expect(
      readings[1] == "off here: its pre-activation is at most 0 at all 4 places, so its output is "
        + "exactly 0; it fires at 1 of 8 places, in 1 of 2 examples")
  }
}
