/// An order of boxes in which each stands behind those it is computed from.
///
/// Of boxes that could come next the one met first in the graph is taken, so that the order is always
/// the same one (Kahn 1962, "Topological sorting of large networks"). Where groups use each other no
/// such order exists: then the first of those that are left comes next.
struct BoxOrder {
  /// Of each box its place in the order.
  private(set) var places: [Int]

  init(_ graph: Graph, _ boxes: [Int], count: Int) {
    var users = [Set<Int>](repeating: [], count: count)
    var waiting = [Int](repeating: 0, count: count)
    for node in graph.nodes {
      let target = boxes[node.id]
      for operand in node.operands where boxes[operand] != target {
        if users[boxes[operand]].insert(target).inserted { waiting[target] += 1 }
      }
    }
    places = Array(repeating: -1, count: count)
    var ready = Heap(waiting.indices.filter { waiting[$0] == 0 })
    var first = 0
    for place in 0..<count {
      while first < count, places[first] >= 0 { first += 1 }
      let box = ready.popSmallest { places[$0] < 0 } ?? first
      places[box] = place
      for user in users[box] {
        waiting[user] -= 1
        if waiting[user] == 0 { ready.insert(user) }
      }
    }
  }
}

/// Numbers of which the smallest is always at hand (Williams 1964).
private struct Heap {
  private var numbers: [Int]

  /// - Parameter sorted: the first numbers, in rising order.
  init(_ sorted: [Int]) { numbers = sorted }

  mutating func insert(_ number: Int) {
    numbers.append(number)
    var place = numbers.count - 1
    while place > 0, numbers[(place - 1) / 2] > numbers[place] {
      numbers.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes the smallest number that `isFit`, and those below it.
  mutating func popSmallest(where isFit: (Int) -> Bool) -> Int? {
    while let smallest = numbers.first {
      numbers.swapAt(0, numbers.count - 1)
      numbers.removeLast()
      sink()
      if isFit(smallest) { return smallest }
    }
    return nil
  }

  private mutating func sink() {
    var place = 0
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < numbers.count }
      guard let least = children.min(by: { numbers[$0] < numbers[$1] }),
        numbers[least] < numbers[place]
      else { return }
      numbers.swapAt(place, least)
      place = least
    }
  }
}
