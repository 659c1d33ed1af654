import Autograd
import Testing

@Suite("Tape and values") struct TapeTests {
  @Test("the expression of micrograd's README has the published gradients") func micrograd() {
    Tape.recording {
      let a = Value(-4)
      let b = Value(2)
      var c = a + b
      var d = a * b + b.power(3)
      c += c + 1
      c += 1 + c + -a
      d += d * 2 + (b + a).relu()
      d += 3 * d + (b - a).relu()
      let e = c - d
      let f = e.power(2)
      var g = f / 2
      g += 10 / f
      let gradients = g.backward()
      #expect(abs(g.data - 24.7041) < 5e-5)
      #expect(abs(gradients[a] - 138.8338) < 5e-5)
      #expect(abs(gradients[b] - 645.5773) < 5e-5)
    }
  }

  @Test("numbers stand on either side of an operator, in the right order") func sides() {
    Tape.recording {
      let x = Value(3)
      #expect((10 - x).data == 7 && (x - 10).data == -7)
      #expect((12 / x).data == 4 && (x / 12).data == 0.25)
      #expect((10 + x).data == 13 && (2 * x).data == 6 && (-x).data == -3)
      #expect((10 - x).backward()[x] == -1 && (x - 10).backward()[x] == 1)
    }
  }

  @Test("a * a keeps two operands and both contributions") func square() {
    Tape.recording {
      let a = Value(3)
      let square = a * a
      #expect(square.backward()[a] == 6)
      let program = Program(square)
      #expect(program.instructions[program.root].operands.elementsEqual([0, 0]))
    }
  }

  @Test("every backward pass starts from zero") func repeatedBackward() {
    Tape.recording {
      let a = Value(2)
      let b = a * a * a
      #expect(b.backward()[a] == 12)
      #expect(b.backward()[a] == 12)
    }
  }

  @Test("what the root does not depend on has gradient 0, and so has a constant") func unused() {
    Tape.recording {
      let a = Value(2)
      let unused = a * 5
      let constant = Value.constant(4)
      let root = a * constant
      let later = a + 1
      let gradients = root.backward()
      #expect(gradients[unused] == 0 && gradients[constant] == 0 && gradients[later] == 0)
      #expect(gradients[a] == 4)
    }
  }

  @Test("a million chained operations go forward and backward") func million() {
    Tape.recording {
      let x = Value(1)
      var y = x
      for _ in 0..<1_000_000 { y = y + x }
      #expect(y.data == 1_000_001)
      #expect(y.backward()[x] == 1_000_001)
      var replay = Replay(Program(y))
      replay.forward()
      replay.backward()
      #expect(replay.gradients[0] == 1_000_001)
    }
  }

  @Test("reset(to:) forgets what came later and keeps what came before") func reset() {
    Tape.recording {
      let a = Value(2, named: "a")
      let position = Tape.current.position
      for step in 1...3 {
        let b = (a * Double(step)).named("b")
        #expect(b.data == 2 * Double(step) && b.backward()[a] == Double(step))
        Tape.current.reset(to: position)
        #expect(Tape.current.count == 1)
      }
      #expect(a.name == "a" && (a + 1).name == nil)
    }
  }

  @Test("recordings nest and leave the outer tape alone") func nesting() {
    Tape.recording {
      let a = Value(2)
      let inner = Tape.recording {
        let b = Value(5)
        return (b * b).data
      }
      #expect(inner == 25 && (a * a).data == 4 && Tape.current.count == 2)
    }
  }

  @Test("names and scopes are kept beside the tape") func scopes() {
    Tape.recording {
      let x = Value(1, named: "x")
      let y = Tape.scope("layer1") { Tape.scope("neuron3") { (x * 2).named("h") } + 1 }
      let z = y + 1
      let program = Program(z)
      let h = program.names.firstIndex(of: "h")
      #expect(h.map { program.scopes[$0] } == ["layer1", "neuron3"])
      #expect(program.position(of: y).map { program.scopes[$0] } == ["layer1"])
      #expect(program.scopes[program.root].isEmpty)
      #expect(h.map(program.label) == "layer1/neuron3/h")
    }
  }

  #if os(Linux) || os(macOS)
    @Test("a value that outlives its recording stops with a message") func stale() async {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        let escaped = Tape.recording { Value(2) }
        _ = escaped.data
      }
      expectSentence(result, "value 0 was forgotten when")
    }

    @Test("values of two tapes do not mix") func mixing() async {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let outer = Value(2)
          Tape.recording { _ = Value(3) + outer }
        }
      }
      expectSentence(result, "the operands of add were recorded on different tapes")
    }
  #endif
}
