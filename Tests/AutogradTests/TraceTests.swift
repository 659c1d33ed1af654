import Autograd
import Randomness
import Testing

@Suite("The same graph again") struct TraceTests {
  /// A graph of sums of products that share values in every way.
  private static func graph(_ random: inout Xorshift64Star, _ size: Int) -> [Value] {
    var values = (0..<4).map { _ in Value.parameter(random.uniform(-1, 1)) }
    while values.count < size {
      func pick() -> Value { values[Int(random.unit() * Double(values.count))] }
      switch Int(random.unit() * 6) {
      case 0: values.append(pick() * pick())
      case 1: values.append(pick().tanh())
      case 2: values.append(pick() + pick())
      case 3:
        let weights = (0..<3).map { _ in pick() }
        let inputs = (0..<3).map { _ in pick() }
        values.append(pick().addingProducts(weights, inputs).tanh())
      case 4: values.append((pick() * pick() + pick() + pick() * pick()).sigmoid())
      default:
        let (a, b) = (pick(), pick())
        values.append(a * b + a)
      }
    }
    return values
  }

  @Test("from the second time on, every gradient is the same to the bit", arguments: 1...60)
  func same(_ seed: UInt64) {
    var gradients: [[UInt64]] = []
    for _ in 0..<3 {
      var random = Xorshift64Star(seed: seed)
      gradients.append(
        Tape.recording {
          let values = Self.graph(&random, 30 + 4 * Int(seed))
          let root = values.suffix(5).sum()
          let result = root.backward()
          return values.map { result[$0].bitPattern } + [result[root].bitPattern]
        })
    }
    #expect(gradients[0] == gradients[1] && gradients[0] == gradients[2])
  }

  @Test("other numbers in the same graph give other gradients") func numbers() {
    let slopes = [2.0, 3, 4].map { number in
      Tape.recording {
        let x = Value(number)
        let y = x * x + x * 2 + 1
        return y.backward()[x]
      }
    }
    #expect(slopes == [6, 8, 10])
  }

  @Test("a graph that differs in one operation, operand or root is another graph") func different()
  {
    func slope(_ record: (Value, Value) -> Value) -> [Double] {
      Tape.recording {
        let (x, y) = (Value(2), Value(5))
        let gradients = record(x, y).backward()
        return [gradients[x], gradients[y]]
      }
    }
    for _ in 0..<3 { #expect(slope { $0 * $1 + $0 } == [6, 2]) }
    #expect(slope { $0 * $1 - $0 } == [4, 2])
    #expect(slope { $0 * $1 + $1 } == [5, 3])
    #expect(slope { x, _ in x * x + x } == [5, 0])
    Tape.recording {
      let (x, y) = (Value(2), Value(5))
      let product = x * y
      let sum = product + x
      for _ in 0..<3 {
        #expect(sum.backward()[x] == 6)
        #expect(product.backward()[x] == 5)
        #expect(product.backward()[sum] == 0)
      }
    }
  }

  @Test("what a sum is made of has the gradient of the sum") func parts() {
    for _ in 0..<3 {
      Tape.recording {
        let (x, y) = (Value(2), Value(5))
        let (first, second) = (x * y, y * y)
        let partial = first + second
        let root = (partial + x) * 3
        let gradients = root.backward()
        #expect(gradients[first] == 3 && gradients[second] == 3 && gradients[partial] == 3)
        #expect(gradients[x] == 18 && gradients[y] == 36)
      }
    }
  }
}
