/// Sums the records of examples into the gradients of parameters.
struct ParameterSums {
  /// How far beyond the last record a vector may reach.
  static let slack = 8

  private let layout: ParameterLayout
  private let order: [LaneTable.Place]

  /// - Parameter order: the places of the records, in which they are summed.
  init(_ layout: ParameterLayout, _ order: [LaneTable.Place]) {
    self.layout = layout
    self.order = order
  }

  /// Adds the records to the gradients of parameters.
  func add(_ records: [Double], to totals: inout [Double]) {
    records.withUnsafeBufferPointer { records in
      order.withUnsafeBufferPointer { order in
        totals.withUnsafeMutableBufferPointer { totals in
          let sums = RecordSums(
            records: UnsafeRawBufferPointer(records), stride: layout.width * RecordSums.size,
            order: order, totals: totals)
          for block in layout.blocks { sums.add(block) }
          for run in layout.runs { sums.add(run) }
          for single in layout.singles { sums.add(single) }
        }
      }
    }
  }
}

/// The arithmetic of ``ParameterSums``, on bare memory.
private struct RecordSums {
  /// The bytes of a number.
  static let size = MemoryLayout<Double>.stride

  let records: UnsafeRawBufferPointer
  /// From one record to the next, in bytes.
  let stride: Int
  let order: UnsafeBufferPointer<LaneTable.Place>
  let totals: UnsafeMutableBufferPointer<Double>

  /// Two sums at a time, and of each as many weights as fit into a vector.
  func add(_ block: ParameterLayout.Block) {
    for row in Swift.stride(from: 0, to: block.sumCount, by: 2) {
      let rows = row..<min(row + 2, block.sumCount)
      var column = 0
      while column < block.inputCount {
        switch block.inputCount - column {
        case 1...2: column += add(SIMD2<Double>.self, block, rows, column)
        case 3...4: column += add(SIMD4<Double>.self, block, rows, column)
        default: column += add(SIMD8<Double>.self, block, rows, column)
        }
      }
    }
  }

  /// Adds inputs times the gradients of two sums, or of one taken twice, and returns how many
  /// columns that were. What a vector holds beyond the last column is not used.
  @inline(__always)
  private func add<V: SIMD>(
    _ type: V.Type, _ block: ParameterLayout.Block, _ rows: Range<Int>, _ column: Int
  ) -> Int where V.Scalar == Double {
    let last = rows.upperBound - 1
    let width = min(V.scalarCount, block.inputCount - column)
    let parameters = (rows.lowerBound * block.inputCount + column, last * block.inputCount + column)
    var sums = (
      gathered(type, block.parameters, parameters.0, width),
      gathered(type, block.parameters, parameters.1, width)
    )
    let inputs = (block.inputs + column) * Self.size
    let gradients = ((block.sums + rows.lowerBound) * Self.size, (block.sums + last) * Self.size)
    let starts = sums
    for place in order {
      let record = Int(place.index) * stride
      let input = records.loadUnaligned(fromByteOffset: record + inputs, as: V.self)
      sums.0 += input * records.load(fromByteOffset: record + gradients.0, as: Double.self)
      sums.1 += input * records.load(fromByteOffset: record + gradients.1, as: Double.self)
    }
    // An infinite input times a gradient of 0 is none, but passes back 0.
    if any(sums.0 .!= sums.0) { sums.0 = guarded(starts.0, inputs, gradients.0) }
    if any(sums.1 .!= sums.1) { sums.1 = guarded(starts.1, inputs, gradients.1) }
    scatter(sums.1, block.parameters, parameters.1, width)
    scatter(sums.0, block.parameters, parameters.0, width)
    return width
  }

  /// The same sum without the examples whose gradient is 0.
  @inline(never)
  private func guarded<V: SIMD>(_ start: V, _ inputs: Int, _ gradients: Int) -> V
  where V.Scalar == Double {
    var sum = start
    for place in order {
      let record = Int(place.index) * stride
      let gradient = records.load(fromByteOffset: record + gradients, as: Double.self)
      if gradient == 0 { continue }
      sum += records.loadUnaligned(fromByteOffset: record + inputs, as: V.self) * gradient
    }
    return sum
  }

  func add(_ run: ParameterLayout.Run) {
    for start in Swift.stride(from: 0, to: run.parameters.count, by: LaneVector.scalarCount) {
      let width = min(LaneVector.scalarCount, run.parameters.count - start)
      var sums = gathered(LaneVector.self, run.parameters, start, width)
      for place in order {
        sums += records.loadUnaligned(
          fromByteOffset: Int(place.index) * stride + (run.start + start) * Self.size,
          as: LaneVector.self)
      }
      scatter(sums, run.parameters, start, width)
    }
  }

  func add(_ single: ParameterLayout.Single) {
    var sum = totals[single.parameter]
    for place in order {
      let record = Int(place.index) * stride + single.start * Self.size
      for number in 0..<single.counts[Int(place.program)] {
        sum += records.load(fromByteOffset: record + number * Self.size, as: Double.self)
      }
    }
    totals[single.parameter] = sum
  }

  @inline(__always)
  private func gathered<V: SIMD>(
    _ type: V.Type, _ parameters: [Int32], _ start: Int, _ width: Int
  ) -> V where V.Scalar == Double {
    var numbers = V()
    for lane in 0..<width where parameters[start + lane] >= 0 {
      numbers[lane] = totals[Int(parameters[start + lane])]
    }
    return numbers
  }

  @inline(__always)
  private func scatter<V: SIMD>(
    _ numbers: V, _ parameters: [Int32], _ start: Int, _ width: Int
  ) where V.Scalar == Double {
    for lane in 0..<width where parameters[start + lane] >= 0 {
      totals[Int(parameters[start + lane])] = numbers[lane]
    }
  }
}
