internal import Activity
internal import Datasets
internal import Synchronization

/// The lanes that were asked for last, because what is found out about them holds for every step.
final class LaneSetMemory: Sendable {
  private let last = Mutex<(examples: [Example], lanes: LaneSet)?>(nil)

  func known(_ examples: [Example]) -> LaneSet? {
    last.withLock { $0.flatMap { $0.examples == examples ? $0.lanes : nil } }
  }

  func keep(_ lanes: LaneSet, _ examples: [Example]) {
    last.withLock { $0 = (examples, lanes) }
  }
}
