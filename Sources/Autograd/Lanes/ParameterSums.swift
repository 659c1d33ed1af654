/// Sums the records of examples into the gradients of parameters.
struct ParameterSums {
  /// How far beyond the last record a vector may reach.
  static let slack = 8

  private let layout: ParameterLayout
  private let records: [Double]
  private let programs: [Int32]

  init(_ layout: ParameterLayout, _ records: [Double], _ programs: [Int32]) {
    self.layout = layout
    self.records = records
    self.programs = programs
  }

  /// Adds the lanes of a block, from the last to the first.
  func add(_ lanes: Range<Int>, to totals: inout [Double]) {
    records.withUnsafeBufferPointer { records in
      totals.withUnsafeMutableBufferPointer { totals in
        guard let records = records.baseAddress, let totals = totals.baseAddress else { return }
        for block in layout.blocks { add(block, lanes.count, records, totals) }
        for run in layout.runs { add(run, lanes.count, records, totals) }
        for single in layout.singles { add(single, lanes, records, totals) }
      }
    }
  }

  private func add(
    _ block: ParameterLayout.Block, _ count: Int, _ records: UnsafePointer<Double>,
    _ totals: UnsafeMutablePointer<Double>
  ) {
    block.parameters.withUnsafeBufferPointer { parameters in
      for row in stride(from: 0, to: block.sumCount, by: 2) {
        let rows = min(2, block.sumCount - row)
        var column = 0
        func advance<V: SIMD>(_ type: V.Type) where V.Scalar == Double {
          while column + V.scalarCount <= block.inputCount {
            addProducts(
              type, block, row: row, rows: rows, column: column, count, records, parameters, totals)
            column += V.scalarCount
          }
        }
        advance(SIMD8<Double>.self)
        advance(SIMD4<Double>.self)
        advance(SIMD2<Double>.self)
        while column < block.inputCount {
          addProduct(block, row, rows, column, count, records, parameters, totals)
          column += 1
        }
      }
    }
  }

  /// Some columns of two rows, or of one.
  @inline(__always)
  private func addProducts<V: SIMD>(
    _ type: V.Type, _ block: ParameterLayout.Block, row: Int, rows: Int, column: Int, _ count: Int,
    _ records: UnsafePointer<Double>, _ parameters: UnsafeBufferPointer<Int32>,
    _ totals: UnsafeMutablePointer<Double>
  ) where V.Scalar == Double {
    let first = row * block.inputCount + column
    let second = (row + rows - 1) * block.inputCount + column
    var (sumA, sumB) = (V(), V())
    for lane in 0..<V.scalarCount {
      if parameters[first + lane] >= 0 { sumA[lane] = totals[Int(parameters[first + lane])] }
      if parameters[second + lane] >= 0 { sumB[lane] = totals[Int(parameters[second + lane])] }
    }
    var record = UnsafeRawPointer(records + (count - 1) * layout.width)
    let stride = layout.width * MemoryLayout<Double>.stride
    let inputs = (block.inputs + column) * MemoryLayout<Double>.stride
    let gradientA = (block.sums + row) * MemoryLayout<Double>.stride
    let gradientB = (block.sums + row + rows - 1) * MemoryLayout<Double>.stride
    for _ in 0..<count {
      let input = (record + inputs).loadUnaligned(as: V.self)
      sumA += input * (record + gradientA).load(as: Double.self)
      sumB += input * (record + gradientB).load(as: Double.self)
      record -= stride
    }
    for lane in 0..<V.scalarCount {
      if parameters[second + lane] >= 0 { totals[Int(parameters[second + lane])] = sumB[lane] }
      if parameters[first + lane] >= 0 { totals[Int(parameters[first + lane])] = sumA[lane] }
    }
  }

  private func addProduct(
    _ block: ParameterLayout.Block, _ row: Int, _ rows: Int, _ column: Int, _ count: Int,
    _ records: UnsafePointer<Double>, _ parameters: UnsafeBufferPointer<Int32>,
    _ totals: UnsafeMutablePointer<Double>
  ) {
    for row in row..<row + rows {
      let parameter = parameters[row * block.inputCount + column]
      guard parameter >= 0 else { continue }
      var sum = totals[Int(parameter)]
      for place in stride(from: count - 1, through: 0, by: -1) {
        let record = records + place * layout.width
        sum += record[block.inputs + column] * record[block.sums + row]
      }
      totals[Int(parameter)] = sum
    }
  }

  private func add(
    _ run: ParameterLayout.Run, _ count: Int, _ records: UnsafePointer<Double>,
    _ totals: UnsafeMutablePointer<Double>
  ) {
    for start in stride(from: 0, to: run.parameters.count, by: LaneVector.scalarCount) {
      let own = min(LaneVector.scalarCount, run.parameters.count - start)
      var sums = LaneVector()
      for lane in 0..<own where run.parameters[start + lane] >= 0 {
        sums[lane] = totals[Int(run.parameters[start + lane])]
      }
      for place in stride(from: count - 1, through: 0, by: -1) {
        sums += UnsafeRawPointer(records + (place * layout.width + run.start + start))
          .loadUnaligned(as: LaneVector.self)
      }
      for lane in 0..<own where run.parameters[start + lane] >= 0 {
        totals[Int(run.parameters[start + lane])] = sums[lane]
      }
    }
  }

  private func add(
    _ single: ParameterLayout.Single, _ lanes: Range<Int>, _ records: UnsafePointer<Double>,
    _ totals: UnsafeMutablePointer<Double>
  ) {
    var sum = totals[single.parameter]
    for lane in lanes.reversed() {
      let record = records + ((lane - lanes.lowerBound) * layout.width + single.start)
      for place in 0..<single.counts[Int(programs[lane])] { sum += record[place] }
    }
    totals[single.parameter] = sum
  }
}
