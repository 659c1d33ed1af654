import Autograd
import Testing

@Suite("Leaves that are set") struct LeafWriteTests {
  @Test("a training loop on parameters at the beginning of the tape") func training() {
    Tape.recording {
      let (w, b) = (Value.parameter(0, named: "w"), Value.parameter(0, named: "b"))
      let start = Tape.current.position
      for _ in 0..<500 {
        let error = w * Value(3) + b - Value(7)
        let gradients = (error * error).backward()
        for leaf in [w, b] { leaf.data -= 0.01 * gradients[leaf] }
        Tape.current.reset(to: start)
      }
      #expect(abs(w.data * 3 + b.data - 7) < 1e-9)
    }
  }

  @Test("a training loop that never resets its tape") func growing() {
    Tape.recording {
      let w = Value.parameter(0, named: "w")
      let scaled = Value(2) * 1.5
      for _ in 0..<200 {
        let error = w * scaled - 6
        w.data -= 0.05 * (error * error).backward()[w]
      }
      #expect(abs(w.data - 2) < 1e-9)
    }
  }

  @Test("a value computed before the parameters, or from none of them, is no reason to stop")
  func before() {
    Tape.recording {
      let x = Value(4)
      let root = x.sqrt()
      let w = Value.parameter(1)
      let other = w * w
      w.data = 5
      #expect((root * 3).backward()[x] == 0.75)
      #expect((w * root).backward()[w] == 2)
      #expect(Program(w * root * 2).data.last == 20)
      #expect(other.data == 1)
      w.data = 1
      #expect(other.backward()[w] == 2, "the number it was computed from is back")
    }
  }

  @Test("a leaf that nothing has used may be set, and so may one in between") func unused() {
    Tape.recording {
      let a = Value(1)
      let b = Value(2)
      a.data = 3
      let c = a * b
      #expect(c.data == 6 && c.backward()[b] == 3)
      let d = Value(1)
      d.data = 4
      #expect((c * d).backward()[a] == 8)
    }
  }

  @Test("an input set after a reset belongs to the next recording") func inputs() {
    Tape.recording {
      let (x, w) = (Value(1), Value.parameter(2))
      let start = Tape.current.position
      for number in [1.0, 2, 3] {
        x.data = number
        #expect((x * w).backward()[w] == number)
        Tape.current.reset(to: start)
      }
    }
  }

  #if os(Linux) || os(macOS)
    @Test("backward() of what was computed before stops, with the right order") func backward()
      async
    {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let w = Value.parameter(2, named: "w")
          let z = (w * w).named("z")
          w.data = 5
          _ = z.backward()
        }
      }
      expectSentence(result, "w was set after z had been computed from it")
      expectSentence(result, "before optimizer.update(…)")
    }

    @Test("so it does through a value in the middle of a graph, and for a graph seen before")
    func middle() async {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let w = Tape.scope("layer1") { Value.parameter(2, named: "w") }
          let square = w * w
          let root = (square + 1).tanh()
          for _ in 0..<3 { _ = root.backward() }
          w.data = 5
          _ = root.backward()
        }
      }
      expectSentence(result, "layer1/w was set after value 4 (tanh)")
      let later = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let w = Value.parameter(2, named: "w")
          let square = w * w
          w.data = 5
          _ = Program(w + square)
        }
      }
      expectSentence(later, "w was set after")
    }

    @Test("a value that is reset away does not hide one that stays") func reset() async {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let w = Value.parameter(2, named: "w")
          let square = w * w
          let start = Tape.current.position
          w.data = (square + w).backward()[w]
          Tape.current.reset(to: start)
          _ = (square + w).backward()
        }
      }
      expectSentence(result, "w was set after")
    }

    @Test("only a leaf can be set") func computed() async {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording { (Value(2) * 3).data = 1 }
      }
      expectSentence(result, "only a leaf can be set; this value was computed by multiply")
    }
  #endif
}
