internal import Dispatch
internal import Foundation

extension Array where Element: Sendable {
  /// What `work` makes of each element, in their order. Several cores work at once, each with a copy
  /// of `tool`.
  func mapOnCores<Tool: Sendable, Result: Sendable>(
    with tool: Tool, _ work: @escaping @Sendable (inout Tool, Element) -> Result
  ) -> [Result] {
    let bandCount = Swift.max(1, Swift.min(ProcessInfo.processInfo.activeProcessorCount, count))
    var bands = [[Result]](repeating: [], count: bandCount)
    bands.withUnsafeMutableBufferPointer { bands in
      nonisolated(unsafe) let bands = bands
      DispatchQueue.concurrentPerform(iterations: bandCount) { index in
        var tool = tool
        bands[index] = self[count * index / bandCount..<count * (index + 1) / bandCount].map {
          work(&tool, $0)
        }
      }
    }
    return bands.flatMap(\.self)
  }
}
