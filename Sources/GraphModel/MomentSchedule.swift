/// The order in which the parts of a step happen: forward, loss, backward, update.
struct MomentSchedule {
  /// The ids that happen together, in order.
  let forward: [[Int]]
  /// The same ones backwards, without those that the root does not depend on.
  let backward: [[Int]]
  let root: Int
  let hasUpdate: Bool

  var count: Int { forward.count + 1 + backward.count + (hasUpdate ? 1 : 0) }

  func moment(at index: Int) -> Moment {
    var index = index
    if index < forward.count { return moment(.forward, index, forward) }
    index -= forward.count
    if index == 0 { return Moment(phase: .loss, place: 1, count: 1, active: [root]) }
    index -= 1
    if index < backward.count { return moment(.backward, index, backward) }
    return Moment(phase: .update, place: 1, count: 1, active: [])
  }

  private func moment(_ phase: Moment.Phase, _ index: Int, _ groups: [[Int]]) -> Moment {
    Moment(phase: phase, place: index + 1, count: groups.count, active: groups[index])
  }

  /// What was computed up to a moment, and what was gone back over.
  func done(at index: Int) -> (computed: Set<Int>, passed: Set<Int>) {
    let computed = forward.prefix(index + 1).joined()
    let passed = backward.prefix(max(0, index - forward.count)).joined()
    return (Set(computed), Set(passed))
  }
}
