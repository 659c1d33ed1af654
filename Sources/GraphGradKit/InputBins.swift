internal import GraphModel

/// Numbers parted into ranges of equal length, or into the different numbers if these are few.
struct InputBins {
  private let numbers: [Double]
  private let different: [Double]
  private let count: Int

  init(_ numbers: [Double], count: Int) {
    self.numbers = numbers
    self.count = count
    different = Set(numbers).sorted()
  }

  /// What belongs to the numbers, range by range, with the words for each range.
  func parts<T>(_ things: [T]) -> [(String, [T])] {
    guard different.count > count, let lowest = different.first, let highest = different.last
    else {
      return different.map { number in
        let own = numbers.indices.filter { numbers[$0] == number }
        return (NumberFormat.short(number), own.map { things[$0] })
      }
    }
    let width = (highest - lowest) / Double(count)
    return (0..<count).map { bin in
      let own = numbers.indices.filter { index in
        min(count - 1, Int((numbers[index] - lowest) / width)) == bin
      }
      let ends = [bin, bin + 1].map { NumberFormat.short(lowest + width * Double($0)) }
      return ("\(ends[0]) to \(ends[1])", own.map { things[$0] })
    }
  }
}
