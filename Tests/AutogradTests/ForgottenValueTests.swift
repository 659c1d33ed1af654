import Autograd
import Randomness
import Testing

@Suite("Values that were forgotten") struct ForgottenValueTests {
  @Test("what was recorded before every position outlives 100,000 resets") func many() {
    Tape.recording {
      let w = Value.parameter(0.5)
      let start = Tape.current.position
      var sum = 0.0
      for step in 0..<100_000 {
        sum += (w * Double(step % 7)).backward()[w]
        Tape.current.reset(to: start)
      }
      #expect(sum == (0..<100_000).reduce(0) { $0 + Double($1 % 7) })
      #expect(w.data == 0.5 && Tape.current.count == 1)
    }
  }

  @Test("100,000 resets to places that come closer and closer to the end") func growing() {
    Tape.recording {
      var values: [Value] = []
      for step in 0..<100_000 {
        values.append(Value(Double(step)))
        let position = Tape.current.position
        _ = values[0] + values[step / 2]
        Tape.current.reset(to: position)
      }
      for step in stride(from: 0, to: 100_000, by: 997) {
        #expect(values[step].data == Double(step))
      }
    }
  }

  @Test("positions inside each other are all good until one before them is gone back to")
  func nested() {
    Tape.recording {
      let a = Value(1)
      let outer = Tape.current.position
      for _ in 0..<50 {
        let b = a + 1
        let inner = Tape.current.position
        for _ in 0..<50 {
          #expect((a + b).data == 3)
          Tape.current.reset(to: inner)
        }
        #expect(b.data == 2)
        Tape.current.reset(to: outer)
      }
      #expect(a.data == 1 && Tape.current.count == 1)
    }
  }

  @Test("handles agree with a list of what is there, over random cuts", arguments: 1...20)
  func random(_ seed: UInt64) {
    var random = Xorshift64Star(seed: seed)
    Tape.recording {
      var values: [Value] = []
      var positions: [Tape.Position] = [Tape.current.position]
      for step in 0..<3_000 {
        if random.unit() < 0.2 {
          let kept = Int(random.unit() * Double(values.count + 1))
          Tape.current.reset(to: positions[kept])
          values.removeLast(values.count - kept)
          positions.removeLast(positions.count - kept - 1)
        } else {
          values.append(Value(Double(step)))
          positions.append(Tape.current.position)
        }
        guard let first = values.first else { continue }
        let picked = values[Int(random.unit() * Double(values.count))]
        #expect(values.firstIndex { $0.data == picked.data } == picked.position)
        #expect(first.position == 0)
      }
    }
  }

  #if os(Linux) || os(macOS)
    @Test("one whose place was given to another value stops", arguments: [1, 3, 100_000])
    func reused(_ resets: Int) async {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) { [resets] in
        Tape.recording {
          let a = Value(1)
          let start = Tape.current.position
          let forgotten = a * 10
          for _ in 0..<resets {
            Tape.current.reset(to: start)
            _ = a * 20
          }
          print((forgotten + a).data)
        }
      }
      expectSentence(result, "value 2 was forgotten when its tape was reset")
    }

    @Test("so it does for .data, gradients and programs") func others() async {
      await #expect(processExitsWith: .failure) {
        Tape.recording {
          let start = Tape.current.position
          let forgotten = Value(1)
          Tape.current.reset(to: start)
          _ = Value(2)
          print(forgotten.data)
        }
      }
      let gradients = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let start = Tape.current.position
          let x = Value(3)
          let gradients = (x * x).backward()
          Tape.current.reset(to: start)
          print(gradients[Value(4)])
        }
      }
      expectSentence(gradients, "these gradients are of what stood there before")
      let program = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let start = Tape.current.position
          let program = Program(Value(3) * 2)
          Tape.current.reset(to: start)
          print(program.position(of: Value(4)) ?? -1)
        }
      }
      expectSentence(program, "was recorded after that had been reset")
    }

    @Test("a position that is gone, or of another tape, is none to go back to") func positions()
      async
    {
      let gone = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let start = Tape.current.position
          _ = Value(1)
          let later = Tape.current.position
          Tape.current.reset(to: start)
          for _ in 0..<5 { _ = Value(2) }
          Tape.current.reset(to: later)
        }
      }
      expectSentence(gone, "position 1 is on this tape no longer")
      let other = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        Tape.recording {
          let outer = Tape.current.position
          Tape.recording { Tape.current.reset(to: outer) }
        }
      }
      expectSentence(other, "is one of another tape")
    }
  #endif
}
