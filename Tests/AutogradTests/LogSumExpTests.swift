import Autograd
import Randomness
import Testing

@Suite("log Σ exp") struct LogSumExpTests {
  @Test(
    "the largest operand is taken out",
    arguments: [
      ([1000, 1000], 1000.6931471805599), ([-1000, -1000], -999.3068528194401),
      ([0, -50], 1.9287498479639178e-22), ([3], 3), ([700, -700, 0], 700),
      ([1e308, 1e308], 1e308), ([5, -.infinity], 5), ([.infinity, 3], .infinity),
      ([-.infinity, -.infinity], -.infinity),
    ] as [([Double], Double)])
  func values(_ operands: [Double], _ expected: Double) {
    #expect(Op.logSumExp(operands) == expected)
    Tape.recording {
      #expect(operands.map { Value($0) }.logSumExp().data == expected)
    }
  }

  @Test("nan anywhere gives nan", arguments: [[.nan, 1], [1, .nan, 2], [.infinity, .nan]])
  func nan(_ operands: [Double]) {
    #expect(Op.logSumExp(operands).isNaN)
  }

  @Test("its slopes are the softmax, whatever the size of the operands") func softmax() {
    #expect(Op.softmax([490, 500]) == [4.5397868702434395e-05, 0.9999546021312976])
    #expect(Op.softmax([-1e5, -1e5]) == [0.5, 0.5])
    #expect(Op.softmax([.infinity, 0]) == [1, 0])
    #expect(Op.softmax([7]) == [1])
  }

  @Test("an operand given twice has both shares") func twice() {
    Tape.recording {
      let (a, b) = (Value(1), Value(1))
      let gradients = [a, b, a].logSumExp().backward()
      #expect(abs(gradients[a] - 2.0 / 3) < 1e-16 && abs(gradients[b] - 1.0 / 3) < 1e-16)
    }
  }

  /// A graph with one log Σ exp inside another and values that both read.
  private static func nested(_ numbers: [Double]) -> (leaves: [Value], root: Value) {
    let leaves = numbers.map { Value.parameter($0) }
    let hidden = (0..<40).map { index in
      leaves[index % leaves.count] * Double(index) - leaves[(index + 1) % leaves.count].tanh()
    }
    let inner = hidden.logSumExp()
    let root = ([inner, leaves[0] * 3] + hidden.prefix(3)).logSumExp() - hidden[1] * inner
    return (leaves, root)
  }

  @Test("tape, the second pass, program, file and lanes have the same bits") func paths() throws {
    var random = Xorshift64Star(seed: 3)
    for _ in 0..<50 {
      let numbers = (0..<5).map { _ in random.uniform(-20, 20) }
      let (tape, again, program) = Tape.recording {
        let (leaves, root) = Self.nested(numbers)
        let first = root.backward()
        // From the second time on a plan is used.
        let second = root.backward()
        let program = ExampleProgram(
          loss: root, inputs: [], parameters: leaves, outputs: [root])
        return (leaves.map { first[$0] }, leaves.map { second[$0] }, program)
      }
      #expect(tape == again)
      var replay = Replay(program.program)
      replay.forward()
      #expect(replay.data == program.program.data)
      replay.backward()
      #expect(program.parameters.map { replay.gradients[$0] } == tape)
      var totals = numbers.map { _ in 0.0 }
      var batch = LaneBatch([program])
      batch.backward(LaneTable([Lane(inputs: [])]), seed: 1, addingTo: &totals) { tile in
        #expect(tile.losses[0] == replay.data[program.program.root])
      }
      #expect(totals == tape)
    }
  }

  @Test("gradients agree with central differences") func differences() {
    let program = Tape.recording { Program(Self.nested([0.3, -1.2, 2, 0.9, -0.1]).root) }
    var replay = Replay(program)
    replay.backward()
    let check = GradientCheck(replay)
    #expect(check.comparisons.count > 80 && check.worst?.error ?? 1 < 1e-7)
  }

  @Test(
    "in a program its operands stand in a row before it, and files that have others are refused")
  func order() throws {
    let program = Tape.recording { Program(Self.nested([1, 2, 3, 4, 5]).root) }
    let nodes = program.instructions.indices.filter { program.instructions[$0].op == .logSumExp }
    #expect(nodes.count == 2)
    for node in nodes {
      let operands = Array(program.instructions[node].operands)
      #expect(operands == Array(node - operands.count..<node))
      #expect(operands.allSatisfy { program.instructions[$0].op == .argument })
      #expect(!program.operands(of: node).contains { program.instructions[$0].op == .argument })
    }
    #expect(program.shownOrder.count == program.instructions.count - 45)
  }
}
