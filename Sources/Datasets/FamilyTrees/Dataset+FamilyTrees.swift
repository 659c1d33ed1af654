extension Dataset {
  /// Who is what to whom in an English and an Italian family: 104 questions such as *Colin's aunt*,
  /// each with all who answer it.
  ///
  /// The inputs are 24 people, of whom one is 1, and 12 relations, of which one is 1; the targets
  /// are the 24 people again, 0.8 for those asked for and 0.2 for the others. The task of Rumelhart,
  /// Hinton and Williams 1986, "Learning representations by back-propagating errors", figures 2–4.
  public static func familyTrees() -> Dataset {
    let trees = FamilyTree.Nationality.allCases.map(FamilyTree.init)
    let names = trees.flatMap { $0.people.map(\.name) }
    let relations = FamilyTree.Relation.allCases
    return Dataset(
      inputNames: names + relations.map(\.rawValue), classNames: [], targetNames: names,
      examples: trees.enumerated().flatMap { index, tree in
        tree.examples(from: index * tree.people.count, of: names.count)
      })
  }
}

extension FamilyTree {
  /// The questions that have an answer, where this tree's people stand from `first` on among `count`.
  fileprivate func examples(from first: Int, of count: Int) -> [Example] {
    people.indices.flatMap { person in
      Relation.allCases.compactMap { relation in
        let answers = relatives(of: person, as: relation).map { $0 + first }
        guard !answers.isEmpty else { return nil }
        return Example(
          inputs: (0..<count).map { $0 == person + first ? 1 : 0 }
            + Relation.allCases.map { $0 == relation ? 1 : 0 },
          target: .numbers((0..<count).map { answers.contains($0) ? 0.8 : 0.2 }),
          name: "\(people[person].name)'s \(relation.rawValue)")
      }
    }
  }
}
