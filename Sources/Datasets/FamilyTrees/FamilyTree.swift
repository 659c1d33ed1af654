/// A family of three generations: who is whose child, and who is married to whom.
///
/// The two trees of Rumelhart, Hinton and Williams 1986, "Learning representations by
/// back-propagating errors", figure 2, which are the same but for the names.
public struct FamilyTree: Sendable, Equatable {
  /// Where the family lives.
  public enum Nationality: String, CaseIterable, Sendable {
    case english = "English"
    case italian = "Italian"
  }

  /// Which pair of grandparents someone belongs to, by birth or, of those who married in, by
  /// marriage; the two youngest belong to both.
  public enum Branch: String, CaseIterable, Sendable { case first, second, both }

  /// Someone of the family; relatives are places in ``FamilyTree/people``.
  public struct Person: Sendable, Equatable {
    /// Such as `Colin`.
    public let name: String
    /// Whether he can be a father, husband, son, uncle, brother or nephew.
    public let isMale: Bool
    /// From 1, the grandparents, to 3.
    public let generation: Int
    /// The grandparents he or she belongs to.
    public let branch: Branch
    /// The father and the mother; none of those whose parents are not in the tree.
    public let parents: [Int]
    /// Whom he or she is married to.
    public let spouse: Int?
  }

  /// Where the family lives.
  public let nationality: Nationality
  /// The men from the oldest to the youngest, then the women.
  public let people: [Person]
}

extension FamilyTree {
  /// The tree of a nationality.
  public init(_ nationality: Nationality) {
    self.nationality = nationality
    let names = Self.names(nationality)
    people = Self.plan.enumerated().map { index, plan in
      Person(
        name: names[index], isMale: index < names.count / 2, generation: plan.generation,
        branch: plan.branch, parents: plan.parents, spouse: plan.spouse)
    }
  }

  private static func names(_ nationality: Nationality) -> [String] {
    switch nationality {
    case .english:
      [
        "Christopher", "Andrew", "Arthur", "James", "Charles", "Colin",
        "Penelope", "Christine", "Victoria", "Jennifer", "Margaret", "Charlotte",
      ]
    case .italian:
      [
        "Roberto", "Pierro", "Emilio", "Marco", "Tomaso", "Alfonso",
        "Maria", "Francesca", "Lucia", "Angela", "Gina", "Sophia",
      ]
    }
  }

  private typealias Plan = (generation: Int, branch: Branch, parents: [Int], spouse: Int?)

  /// The places of the English tree: 0 Christopher, 1 Andrew, 2 Arthur, 3 James, 4 Charles,
  /// 5 Colin, 6 Penelope, 7 Christine, 8 Victoria, 9 Jennifer, 10 Margaret, 11 Charlotte.
  private static let plan: [Plan] = [
    (1, .first, [], 6), (1, .second, [], 7), (2, .first, [0, 6], 10), (2, .second, [1, 7], 8),
    (2, .second, [], 9), (3, .both, [3, 8], nil),
    (1, .first, [], 0), (1, .second, [], 1), (2, .first, [0, 6], 3), (2, .second, [1, 7], 4),
    (2, .first, [], 2), (3, .both, [3, 8], nil),
  ]
}
