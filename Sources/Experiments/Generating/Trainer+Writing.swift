internal import Autograd
public import Datasets
internal import Randomness

extension Trainer {
  /// The vocabulary of a character model; `nil` for a network that reads no text.
  public var vocabulary: Vocabulary? { readsText ? Vocabulary(tokens: classNames) : nil }

  /// Lets a character model write: at each position a token is drawn with the probability that the
  /// model gives it, until it says that the text ends or the context is full.
  ///
  /// Each text has random numbers of its own, so that the first ones stay the same if more are made.
  ///
  /// - Parameters:
  ///   - count: how many texts.
  ///   - prefix: how each of them begins.
  ///   - temperature: what logits are divided by: below 1 likely tokens become likelier; at 0 the
  ///     likeliest is taken.
  ///   - seed: where the random numbers start; not 0.
  /// - Returns: `nil` if the network reads no text.
  /// - Throws: `Vocabulary.UnknownCharacter` for a prefix of other characters.
  public mutating func write(
    count: Int, beginning prefix: String = "", temperature: Double = 1, seed: UInt64,
    _ parameters: [Double]
  ) throws(Vocabulary.UnknownCharacter) -> [String]? {
    guard let vocabulary else { return nil }
    let start = try vocabulary.encode(prefix)
    var seeds = Xorshift64Star(seed: seed)
    var writers = (0..<count).map { _ in Writer(start, random: seeds.split()) }
    while let length = writers.first(where: { !$0.isDone })?.tokens.count,
      length < inputNames.count
    {
      let open = writers.indices.filter { !writers[$0].isDone }
      let texts = open.map { ([0] + writers[$0].tokens).map(Double.init) }
      for (index, logits) in zip(open, outputs(of: texts, parameters)) {
        writers[index].add(logits.suffix(classNames.count), temperature)
      }
    }
    return writers.map { vocabulary.decode($0.tokens) }
  }
}

/// A text that is being written.
private struct Writer {
  private(set) var tokens: [Int]
  private(set) var isDone = false
  private var random: Xorshift64Star

  init(_ start: [Int], random: Xorshift64Star) {
    tokens = start
    self.random = random
  }

  mutating func add(_ logits: ArraySlice<Double>, _ temperature: Double) {
    let token = token(Array(logits), temperature)
    isDone = token == 0
    if token > 0 { tokens.append(token) }
  }

  private mutating func token(_ logits: [Double], _ temperature: Double) -> Int {
    let likeliest = logits.indices.max { logits[$0] < logits[$1] } ?? 0
    guard temperature > 0 else { return likeliest }
    let powers = logits.map { Op.exp.evaluate(($0 - logits[likeliest]) / temperature, 0) }
    var rest = random.unit() * powers.reduce(0, +)
    for (token, power) in powers.enumerated() {
      rest -= power
      if rest < 0 { return token }
    }
    return likeliest
  }
}

extension Xorshift64Star {
  /// Another generator, which starts where this one is.
  fileprivate mutating func split() -> Xorshift64Star {
    Xorshift64Star(seed: UInt64(next32()) << 32 | UInt64(next32()) | 1)
  }
}
