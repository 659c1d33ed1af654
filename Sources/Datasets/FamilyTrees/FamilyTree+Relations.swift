extension FamilyTree {
  /// What one person can be to another.
  public enum Relation: String, CaseIterable, Sendable {
    case father, mother, husband, wife, son, daughter, uncle, aunt, brother, sister, nephew, niece

    /// Whether those who are it are men.
    var isMale: Bool {
      switch self {
      case .father, .husband, .son, .uncle, .brother, .nephew: true
      case .mother, .wife, .daughter, .aunt, .sister, .niece: false
      }
    }
  }

  /// Who is a relation of someone, such as Colin's aunts Jennifer and Margaret; places in
  /// ``people``, in order.
  public func relatives(of person: Int, as relation: Relation) -> [Int] {
    candidates(person, relation).filter { people[$0].isMale == relation.isMale }.sorted()
  }

  private func candidates(_ person: Int, _ relation: Relation) -> [Int] {
    switch relation {
    case .father, .mother: people[person].parents
    case .husband, .wife: spouse(person)
    case .son, .daughter: children(person)
    case .brother, .sister: siblings(person)
    // An uncle's wife is an aunt, too, and her husband's nephew her nephew.
    case .uncle, .aunt: people[person].parents.flatMap(siblings).flatMap { [$0] + spouse($0) }
    case .nephew, .niece: ([person] + spouse(person)).flatMap(siblings).flatMap(children)
    }
  }

  private func spouse(_ person: Int) -> [Int] { people[person].spouse.map { [$0] } ?? [] }

  private func children(_ person: Int) -> [Int] {
    people.indices.filter { people[$0].parents.contains(person) }
  }

  private func siblings(_ person: Int) -> [Int] {
    let parents = people[person].parents
    return parents.isEmpty
      ? [] : people.indices.filter { $0 != person && people[$0].parents == parents }
  }
}
