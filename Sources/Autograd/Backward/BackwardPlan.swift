/// The backward pass of a graph that is known: sums of products in one piece, everything else node
/// by node.
///
/// Each gradient still receives its contributions in the order of ``DepthFirstOrder``: a sum for
/// which this would not be so is taken apart again.
struct BackwardPlan {
  /// A single operation.
  private static let single: Int32 = -1

  /// For an operation `single` and its node; for a sum how many products and values it has, its
  /// node, the operands of the products, and the values.
  private let code: [Int32]
  /// The node whose gradient a node has: the sum for what a sum is made of, else itself.
  private let owners: [Int32]
  private let count: Int

  init(_ order: [Int32], _ instructions: UnsafePointer<Instruction>, count: Int) {
    self.count = count
    let finder = SumChains(order, instructions, count: count)
    var broken: Set<Int> = []
    while true {
      let (chains, owners) = Self.chains(order, finder, count, without: broken)
      let more = Self.violations(order, instructions, chains, owners, count)
      guard more.isEmpty else {
        broken.formUnion(more)
        continue
      }
      self.owners = owners
      code = Self.code(order, instructions, chains, owners)
      return
    }
  }

  /// The node that has the gradient of a node.
  func owner(of node: Int) -> Int { Int(owners[node]) }

  private static func chains(
    _ order: [Int32], _ finder: SumChains, _ count: Int, without broken: Set<Int>
  ) -> (chains: [Int32: SumChain], owners: [Int32]) {
    var owners = (0..<Int32(count)).map { $0 }
    var chains: [Int32: SumChain] = [:]
    for node in order.reversed() where owners[Int(node)] == node && !broken.contains(Int(node)) {
      guard let chain = finder.chain(upTo: Int(node)) else { continue }
      chains[node] = chain
      for inner in chain.absorbed { owners[inner] = node }
    }
    return (chains, owners)
  }

  /// The sums that would change the order in which some gradient is summed.
  private static func violations(
    _ order: [Int32], _ instructions: UnsafePointer<Instruction>, _ chains: [Int32: SumChain],
    _ owners: [Int32], _ count: Int
  ) -> Set<Int> {
    var places = [Int32](repeating: 0, count: count)
    for (place, node) in order.enumerated() { places[Int(node)] = Int32(place) }
    // Of each node the last contribution, as it comes in the order, and the sum it was part of.
    var last = [Int](repeating: -1, count: count)
    var lastSum = [Int32](repeating: -1, count: count)
    var broken: Set<Int> = []
    func receive(_ target: Int, from node: Int, _ operand: Int, sum: Int32) {
      let rank = 2 * (order.count - 1 - Int(places[node])) + operand
      if rank < last[target] {
        // The later one came too early.
        if lastSum[target] >= 0 { broken.insert(Int(lastSum[target])) }
        if sum >= 0 { broken.insert(Int(sum)) }
      }
      last[target] = rank
      lastSum[target] = sum
    }
    for node in order.reversed() where owners[Int(node)] == node {
      let instruction = instructions[Int(node)]
      guard let chain = chains[node] else {
        let arity = instruction.op.arity
        // An argument has one reader, so that there is no order to keep.
        if arity == Op.anyNumber { continue }
        if arity > 0 { receive(instruction.x, from: Int(node), 0, sum: -1) }
        if arity == 2 { receive(instruction.y, from: Int(node), 1, sum: -1) }
        continue
      }
      // As `run` goes: first all products, then all values.
      for case .product(let product, let x, let y) in chain.terms {
        receive(x, from: product, 0, sum: node)
        receive(y, from: product, 1, sum: node)
      }
      for case .value(let value, let adder, let operand) in chain.terms {
        receive(value, from: adder, operand, sum: node)
      }
    }
    return broken
  }

  private static func code(
    _ order: [Int32], _ instructions: UnsafePointer<Instruction>, _ chains: [Int32: SumChain],
    _ owners: [Int32]
  ) -> [Int32] {
    var code: [Int32] = []
    for node in order.reversed()
    where owners[Int(node)] == node && instructions[Int(node)].op.arity > 0 {
      guard let chain = chains[node] else {
        code += [single, node]
        continue
      }
      var products: [Int32] = []
      var values: [Int32] = []
      for term in chain.terms {
        switch term {
        case .product(_, let x, let y): products += [Int32(x), Int32(y)]
        case .value(let value, _, _): values.append(Int32(value))
        }
      }
      code += [Int32(products.count / 2), Int32(values.count), node] + products + values
    }
    return code
  }

  /// Adds to `gradients`, which are 0 but for that of the root.
  func run(
    _ instructions: UnsafePointer<Instruction>, _ data: UnsafePointer<Double>,
    _ gradients: UnsafeMutablePointer<Double>
  ) {
    code.withUnsafeBufferPointer { code in
      guard var next = code.baseAddress else { return }
      let end = next + code.count
      while next < end {
        let products = Int(next[0])
        if products < 0 {
          let node = Int(next[1])
          instructions[node].pullBack(gradients[node], node, data: data, into: gradients)
          next += 2
          continue
        }
        let values = Int(next[1])
        let gradient = gradients[Int(next[2])]
        next += 3
        if gradient == 0 {
          next += 2 * products + values
          continue
        }
        for _ in 0..<products {
          let (x, y) = (Int(next[0]), Int(next[1]))
          gradients[x] += data[y] * gradient
          gradients[y] += data[x] * gradient
          next += 2
        }
        for _ in 0..<values {
          gradients[Int(next[0])] += gradient
          next += 1
        }
      }
    }
  }
}
