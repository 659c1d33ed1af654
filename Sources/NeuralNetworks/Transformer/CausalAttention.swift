public import Autograd
internal import Refusal

/// Attention of several heads in which a position looks at itself and those before it: Vaswani et al.
/// 2017, "Attention is all you need", without biases.
public struct CausalAttention {
  /// The projections of one head.
  struct Head {
    let queries: Projection
    let keys: Projection
    let values: Projection
  }

  let heads: [Head]
  let output: Projection

  /// Records the weights, in scopes such as `head2/query/unit1` and `output/unit3`.
  ///
  /// - Precondition: a width that the number of heads divides.
  @available(*, noasync, message: "record it inside Tape.recording { } or the record { } of a tape")
  public init(
    width: Int, heads count: Int, initialization: Initialization,
    random: inout some RandomNumberGenerator
  ) {
    require(
      count > 0 && width % count == 0, "\(count) heads cannot share a width of \(width)")
    heads = (1...count).map { number in
      Tape.scope("head\(number)") {
        func projection(_ scope: String, _ symbol: String) -> Projection {
          Tape.scope(scope) {
            Projection(
              inputs: width, outputs: width / count, symbol: symbol,
              initialization: initialization, random: &random)
          }
        }
        return Head(
          queries: projection("query", "q"), keys: projection("key", "k"),
          values: projection("value", "v"))
      }
    }
    output = Tape.scope("output") {
      Projection(
        inputs: width, outputs: width, symbol: "o", initialization: initialization,
        random: &random)
    }
  }

  /// The weights, head by head and then those of the output.
  public var parameters: [Value] {
    heads.flatMap { $0.queries.parameters + $0.keys.parameters + $0.values.parameters }
      + output.parameters
  }

  /// Records what each position gathers, as many values as it was given.
  public func callAsFunction(_ positions: [[Value]]) -> [[Value]] {
    let gathered = heads.enumerated().map { index, head in
      Tape.scope("head\(index + 1)") { head.gathered(positions) }
    }
    return Tape.scope("output") {
      output(positions.indices.map { place in gathered.flatMap { $0[place] } })
    }
  }
}

extension CausalAttention.Head {
  fileprivate func gathered(_ positions: [[Value]]) -> [[Value]] {
    let queries = Tape.scope("query") { self.queries(positions) }
    let keys = Tape.scope("key") { self.keys(positions) }
    let values = Tape.scope("value") { self.values(positions) }
    return positions.indices.map { place in
      Tape.scope(Position.name(place)) {
        let scores = (0...place).map { score(queries[place], keys[$0]) }
        let shares = scores.softmax()
        for (index, share) in shares.enumerated() { share.named("attention to \(index + 1)") }
        return values[0].indices.map { unit in
          shares.indices.map { shares[$0] * values[$0][unit] }.sum()
        }
      }
    }
  }

  /// The product of a query and a key, divided by the root of their length.
  private func score(_ query: [Value], _ key: [Value]) -> Value {
    let product = zip(query, key).map { $0 * $1 }.sum()
    return product * (1 / Double(query.count).squareRoot())
  }
}
