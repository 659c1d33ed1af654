import Autograd
import Randomness
import Testing

/// Every operation with operands at which it is smooth.
private let places: [(op: Op, x: Double, y: Double)] = Op.allCases.filter {
  (1...2).contains($0.arity) && ![.gelu, .argument].contains($0)
}
.flatMap { op in
  [(0.7, 1.3), (1.9, 0.4), (2.5, -1.5), (0.2, 3.1)].map { (op, $0.0, $0.1) }
    + ([.log, .sqrt, .power].contains(op) ? [] : [(op, -0.8, 2.2), (op, -3.5, -0.3)])
}

private func apply(_ op: Op, _ x: Value, _ y: Value) -> Value {
  op.arity == 1 ? x.applying(op) : x.applying(op, y)
}

@Suite("Gradients that are recorded") struct RecordedGradientTests {
  @Test("the first derivatives are those of backward()", arguments: places)
  func first(_ op: Op, _ x: Double, _ y: Double) {
    Tape.recording {
      let (a, b) = (Value(x), Value(y))
      let root = apply(op, a, b) * 3
      let recorded = root.recordedGradients(of: [a, b]).map(\.data)
      let gradients = root.backward()[[a, b]]
      for (one, other) in zip(recorded, gradients) {
        #expect(abs(one - other) <= 4e-16 * max(1, abs(other)) * 4, "\(op) \(x) \(y)")
      }
    }
  }

  @Test("the second derivatives are central differences of the gradients", arguments: places)
  func second(_ op: Op, _ x: Double, _ y: Double) {
    // The square makes the derivatives of linear operations depend on their operands.
    func function(_ v: [Value]) -> Value { apply(op, v[0], v[1]).power(2) + v[0] * v[1] }
    let rows = hessian(at: [x, y], of: function)
    for row in 0..<2 {
      for column in 0..<2 {
        let measured = CentralDifference(at: [x, y][column]) { number in
          var place = [x, y]
          place[column] = number
          return gradient(at: place, of: function)[row]
        }
        let error = abs(rows[row][column] - measured.derivative)
        #expect(error < 1e-6 * max(1, abs(measured.derivative)), "\(op) \(x) \(y) \(row) \(column)")
      }
    }
    #expect(abs(rows[0][1] - rows[1][0]) <= 1e-12 * max(1, abs(rows[0][1])))
  }

  @Test("of log Σ exp the softmax, and pᵢδᵢⱼ − pᵢpⱼ") func logSumExp() {
    let logits = [0.3, -1.2, 2, 0.3]
    let shares = Op.softmax(logits)
    let (slopes, rows) = (
      gradient(at: logits) { $0.logSumExp() }, hessian(at: logits) { $0.logSumExp() }
    )
    for i in logits.indices {
      #expect(abs(slopes[i] - shares[i]) < 1e-15)
      for j in logits.indices {
        let expected = (i == j ? shares[i] : 0) - shares[i] * shares[j]
        #expect(abs(rows[i][j] - expected) < 1e-15, "\(i) \(j)")
      }
    }
  }

  @Test("closed forms") func closed() {
    #expect(hessian(at: [1, 2]) { $0[0] * $0[0] * $0[1] } == [[4, 2], [2, 0]])
    let rosenbrock = hessian(at: [1, 1]) { v in
      (1 - v[0]).power(2) + 100 * (v[1] - v[0] * v[0]).power(2)
    }
    #expect(rosenbrock == [[802, -400], [-400, 200]])
    let sine = hessian(at: [0.3]) { sin($0[0]) }
    #expect(abs(sine[0][0] + 0.29552020666133955) < 1e-15)
    let quotient = hessian(at: [3, 2]) { $0[0] / $0[1] }
    #expect(quotient[0][0] == 0 && quotient[0][1] == -0.25 && abs(quotient[1][1] - 0.75) < 1e-15)
    let tails = hessian(at: [20]) { tanh($0[0]) }
    #expect(abs(tails[0][0] / (-8 * 4.248354255291589e-18) - 1) < 1e-12)
  }

  @Test("third derivatives, and a Newton step that finds the root at once") func higher() {
    Tape.recording {
      let x = Value(2)
      let cube = x * x * x
      let second = cube.recordedGradients(of: [x])[0].recordedGradients(of: [x])[0]
      #expect(second.data == 12 && second.backward()[x] == 6)
      let parabola = (x - 5).power(2) + 7
      let slope = parabola.recordedGradients(of: [x])[0]
      #expect(x.data - slope.data / slope.backward()[x] == 5)
    }
  }

  @Test("at kinks the choice of backward() is made") func kinks() {
    Tape.recording {
      let (x, y) = (Value(0), Value(0))
      #expect(x.relu().recordedGradients(of: [x])[0].data == 0)
      #expect(x.leakyRelu().recordedGradients(of: [x])[0].data == 0.01)
      #expect(x.abs().recordedGradients(of: [x])[0].data == 0)
      #expect(x.maximum(y).recordedGradients(of: [x, y]).map(\.data) == [0.5, 0.5])
      let tiny = Value(.leastNonzeroMagnitude)
      #expect(tiny.relu().recordedGradients(of: [tiny])[0].data == 1)
    }
  }

  @Test("what does not matter is 0, and a constant exponent takes no logarithm") func unused() {
    Tape.recording {
      let (x, y) = (Value(-2), Value(3))
      let root = x.power(2) * y.detached
      let gradients = root.recordedGradients(of: [x, y, root])
      #expect(gradients.map(\.data) == [-12, 0, 1])
      #expect(gradients[0].backward()[x] == 6)
    }
  }

  @Test("they are replayed with other numbers") func replayed() {
    let (program, place) = Tape.recording {
      let x = Value(0.5, named: "x")
      let slope = ((x * x).tanh() + x.relu() * 3).recordedGradients(of: [x])[0]
      let program = Program(slope)
      return (program, program.position(of: x))
    }
    for number in [-1.5, -0.1, 0.2, 2] {
      var replay = Replay(program)
      replay.data[place!] = number
      replay.forward()
      let expected = gradient(at: number) { ($0 * $0).tanh() + $0.relu() * 3 }
      #expect(abs(replay.data[program.root] - expected) < 1e-14)
    }
  }

  @Test("random graphs have the gradients of backward()", arguments: 1...20)
  func random(_ seed: UInt64) {
    var random = Xorshift64Star(seed: seed)
    Tape.recording {
      var values = (0..<4).map { _ in Value(random.uniform(-1, 1)) }
      let leaves = values
      for _ in 0..<40 {
        func pick() -> Value { values[Int(random.unit() * Double(values.count))] }
        switch Int(random.unit() * 5) {
        case 0: values.append(pick() * pick())
        case 1: values.append((pick() - pick()).tanh())
        case 2: values.append(pick().maximum(pick()))
        case 3: values.append(pick().sigmoid() / (pick() * pick() + 1))
        default: values.append(pick().relu() + pick())
        }
      }
      let root = values.suffix(4).sum().tanh()
      let recorded = root.recordedGradients(of: leaves).map(\.data)
      for (one, other) in zip(recorded, root.backward()[leaves]) {
        #expect(abs(one - other) < 1e-12 * Swift.max(1, abs(other)))
      }
    }
  }
}
