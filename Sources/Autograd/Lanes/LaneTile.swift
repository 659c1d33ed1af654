internal import Refusal

/// The numbers of up to eight lanes, lent for the length of a closure.
public struct LaneTile: ~Copyable {
  private let kernel: LaneKernel
  private let lanes: UnsafeBufferPointer<Int32>
  /// How many lanes there are.
  public let count: Int
  /// Which of the programs computed them.
  public let program: Int
  private let root: Int

  init(
    _ kernel: LaneKernel, _ source: borrowing LaneTable.Tile, lanes: UnsafeBufferPointer<Int32>,
    root: Int
  ) {
    self.kernel = kernel
    self.lanes = lanes
    self.root = root
    count = source.count
    program = source.program
  }

  /// Which lane of the table stands at a place.
  public func lane(_ place: Int) -> Int { Int(lanes[place]) }
  /// The values at a position of the program.
  ///
  /// - Precondition: that of an output, the loss, or a value that is kept.
  public func values(at position: Int) -> LaneVector {
    kernel.values[slot(position)]
  }
  /// The gradients of each lane's loss at a position of the program, after the backward pass.
  ///
  /// - Precondition: that of an output, the loss, or a value that is kept and computed.
  public func gradients(at position: Int) -> LaneVector {
    kernel.gradients[slot(position)]
  }
  private func slot(_ position: Int) -> Int {
    let slot = Int(kernel.slots[position])
    require(slot >= 0, "the value at \(position) was not kept")
    return slot
  }
  /// The losses.
  public var losses: LaneVector { values(at: root) }
}
