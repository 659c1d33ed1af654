import Datasets
import Testing

@Suite("Data without chance") struct PatternTests {
  @Test("the encoder's patterns have one 1 each, at the place of their class") func encoder() {
    let data = Dataset.encoder(size: 5)
    #expect(data.examples.count == 5 && data.inputNames.count == 5 && data.classNames.count == 5)
    for (place, example) in data.examples.enumerated() {
      #expect(example.inputs.indices.filter { example.inputs[$0] == 1 } == [place])
      #expect(example.inputs.reduce(0, +) == 1 && example.target == .label(place))
    }
  }

  @Test(
    "2ⁿ different patterns, of which those that equal their mirror image are symmetric",
    arguments: [(1, 2), (2, 2), (3, 4), (6, 8)])
  func symmetry(_ size: Int, _ symmetric: Int) {
    let data = Dataset.symmetry(size: size)
    #expect(Set(data.examples.map(\.inputs)).count == 1 << size)
    #expect(data.examples.filter { $0.target == .label(1) }.count == symmetric)
    for example in data.examples {
      let isMirrored = example.inputs == example.inputs.reversed()
      #expect(example.target == .label(isMirrored ? 1 : 0))
    }
  }
}

@Suite("The family trees") struct FamilyTreeTests {
  private typealias Relation = FamilyTree.Relation

  private static func who(_ tree: FamilyTree, _ name: String, _ relation: Relation) -> [String] {
    guard let person = tree.people.firstIndex(where: { $0.name == name }) else { return [] }
    return tree.relatives(of: person, as: relation).map { tree.people[$0].name }
  }

  @Test("52 questions a tree, 104 in all", arguments: FamilyTree.Nationality.allCases)
  func count(_ nationality: FamilyTree.Nationality) {
    let tree = FamilyTree(nationality)
    let questions = tree.people.indices.flatMap { person in
      Relation.allCases.filter { !tree.relatives(of: person, as: $0).isEmpty }
    }
    #expect(questions.count == 52)
    #expect(Dataset.familyTrees().examples.count == 104)
  }

  @Test(
    "answers that the paper's trees give",
    arguments: [
      ("Colin", .aunt, ["Jennifer", "Margaret"]), ("Colin", .father, ["James"]),
      ("Colin", .mother, ["Victoria"]), ("Colin", .sister, ["Charlotte"]),
      ("Charlotte", .uncle, ["Arthur", "Charles"]), ("Christopher", .wife, ["Penelope"]),
      ("Penelope", .son, ["Arthur"]), ("Christine", .daughter, ["Jennifer"]),
      ("Margaret", .husband, ["Arthur"]), ("Margaret", .nephew, ["Colin"]),
      ("Charles", .niece, ["Charlotte"]), ("Victoria", .brother, ["Arthur"]),
      ("Jennifer", .brother, ["James"]), ("Andrew", .father, []), ("Colin", .nephew, []),
    ] as [(String, FamilyTree.Relation, [String])])
  func answers(_ name: String, _ relation: FamilyTree.Relation, _ expected: [String]) {
    #expect(Self.who(FamilyTree(.english), name, relation) == expected)
  }

  @Test("both trees are the same but for the names") func isomorphic() {
    let (english, italian) = (FamilyTree(.english), FamilyTree(.italian))
    for person in english.people.indices {
      for relation in Relation.allCases {
        #expect(
          english.relatives(of: person, as: relation)
            == italian.relatives(of: person, as: relation))
      }
    }
    #expect(Self.who(italian, "Alfonso", .aunt) == ["Angela", "Gina"])
    #expect(Set(english.people.map(\.name)).isDisjoint(with: italian.people.map(\.name)))
  }

  @Test("relations and their opposites agree") func opposites() {
    let tree = FamilyTree(.english)
    for person in tree.people.indices {
      for child in tree.relatives(of: person, as: .son) + tree.relatives(of: person, as: .daughter)
      {
        let relation: Relation = tree.people[person].isMale ? .father : .mother
        #expect(tree.relatives(of: child, as: relation) == [person])
        #expect(tree.people[child].generation == tree.people[person].generation + 1)
      }
      for aunt in tree.relatives(of: person, as: .aunt) {
        let relation: Relation = tree.people[person].isMale ? .nephew : .niece
        #expect(tree.relatives(of: aunt, as: relation).contains(person))
      }
      for spouse in [person].flatMap({ tree.people[$0].spouse.map { [$0] } ?? [] }) {
        #expect(tree.people[spouse].spouse == person)
        #expect(tree.people[spouse].isMale != tree.people[person].isMale)
      }
    }
  }

  @Test("a question is one person and one relation, its answers are 0.8 and the others 0.2")
  func coding() throws {
    let data = Dataset.familyTrees()
    #expect(data.inputNames.count == 36 && data.targetNames == Array(data.inputNames.prefix(24)))
    let question = try #require(data.examples.first { $0.name == "Colin's aunt" })
    let asked = question.inputs.indices.filter { question.inputs[$0] == 1 }
    #expect(asked.map { data.inputNames[$0] } == ["Colin", "aunt"])
    guard case .numbers(let numbers) = question.target else {
      Issue.record("the answers are no numbers")
      return
    }
    let answers = numbers.indices.filter { numbers[$0] == 0.8 }.map { data.targetNames[$0] }
    #expect(answers == ["Jennifer", "Margaret"])
    #expect(numbers.filter { $0 == 0.2 }.count == 22)
    #expect(Set(data.examples.map(\.inputs)).count == 104)
  }
}
