extension FamilyTree {
  /// What can be told of the 24 people of both trees, in the order of the inputs of
  /// ``Dataset/familyTrees()``: of each its nationality, its generation and its branch.
  public static var traits: [(name: String, values: [String])] {
    let trees = Nationality.allCases.map(FamilyTree.init)
    let people = trees.flatMap { tree in tree.people.map { (tree.nationality, $0) } }
    return [
      ("nationality", people.map { $0.0.rawValue }),
      ("generation", people.map { "\($0.1.generation)" }),
      ("branch", people.map { $0.1.branch.rawValue }),
    ]
  }
}
