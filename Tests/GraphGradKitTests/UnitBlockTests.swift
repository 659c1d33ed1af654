import Datasets
import Experiments
import Testing

@testable import GraphGradKit

@Suite("What units weigh") struct UnitBlockTests {
  private static let yaml = """
    data: {kind: familytrees}
    model:
      layers: [3, 24]
      groups: [{inputs: 24, neurons: 2}, {inputs: 12, neurons: 1}]
      activation: sigmoid
      outputActivation: sigmoid
    loss: squaredShortfall
    optimizer: {kind: sgd, learningRate: 0.1}
    steps: 1
    """

  @Test("a block has the weights of its unit, each by the name of what it weighs") func blocks()
    throws
  {
    let trainer = try Trainer(Experiment(yaml: Self.yaml))
    let numbers = trainer.parameters.indices.map { Double($0) }
    let blocks = try #require(UnitBlocks(trainer, numbers, name: "a")).blocks
    #expect(blocks.map(\.unit) == ["neuron1", "neuron2", "neuron3"])
    #expect(blocks[0].inputs == Array(trainer.inputNames[..<24]))
    #expect(blocks[2].inputs == Array(trainer.inputNames[24...]))
    // Neuron by neuron, its bias last.
    #expect(blocks[1].weights == (25..<49).map { Double($0) })
    #expect(blocks[2].weights == (50..<62).map { Double($0) })
    #expect(blocks[0].traits.map(\.name) == ["nationality", "generation", "branch"])
    #expect(blocks[2].traits.isEmpty, "relations are no people")
  }

  @Test("weights that follow nationality are explained by it alone") func traits() throws {
    let trainer = try Trainer(Experiment(yaml: Self.yaml))
    let numbers = trainer.parameters.indices.map { $0 < 12 ? 1.0 : -1.0 }
    let block = try #require(UnitBlocks(trainer, numbers, name: "a")).blocks[0]
    #expect(block.traits.map(\.share) == [1, 0, 0])
  }

  @Test("the share of the variance between groups") func ratio() {
    let groups = ["a", "a", "b", "b"]
    #expect(CorrelationRatio.of([1, 1, 3, 3], by: groups) == 1)
    #expect(CorrelationRatio.of([1, 3, 1, 3], by: groups) == 0)
    #expect(CorrelationRatio.of([1, 2, 3, 4], by: groups) == 0.8)
    #expect(CorrelationRatio.of([2, 2, 2, 2], by: groups) == nil)
  }

  @Test("of the 24 people half are English, and each tree has 4, 6 and 2 in its generations")
  func people() {
    let traits = FamilyTree.traits
    #expect(traits.allSatisfy { $0.values.count == 24 })
    #expect(traits[0].values.prefix(12).allSatisfy { $0 == "English" })
    #expect(traits[0].values.suffix(12).allSatisfy { $0 == "Italian" })
    for (generation, count) in [("1", 8), ("2", 12), ("3", 4)] {
      #expect(traits[1].values.count { $0 == generation } == count)
    }
    #expect(Set(traits[2].values) == ["first", "second", "both"])
  }
}
