import Autograd
import Randomness
import Testing

@Suite("Programs and replays") struct ProgramTests {
  @Test("a replay with other inputs equals a new recording, bit for bit") func replay() {
    func record(_ x: Double, _ w: Double) -> (data: Double, byX: Double, byW: Double) {
      Tape.recording {
        let (x, w) = (Value(x), Value.parameter(w))
        let y = ((x * w + 0.5).tanh() * x - w / (x * x + 1)).sigmoid()
        let gradients = y.backward()
        return (y.data, gradients[x], gradients[w])
      }
    }
    var replay = Tape.recording {
      let (x, w) = (Value(1), Value.parameter(2))
      let y = ((x * w + 0.5).tanh() * x - w / (x * x + 1)).sigmoid()
      return Replay(Program(y))
    }
    let input = replay.program.leaves(.input)[0]
    let parameter = replay.program.leaves(.parameter)[0]
    var random = Xorshift64Star(seed: 1)
    for _ in 0..<100 {
      let (x, w) = (random.uniform(-3, 3), random.uniform(-3, 3))
      replay.data[input] = x
      replay.data[parameter] = w
      replay.forward()
      replay.backward()
      let fresh = record(x, w)
      #expect(replay.data[replay.program.root] == fresh.data)
      #expect(replay.gradients[input] == fresh.byX && replay.gradients[parameter] == fresh.byW)
    }
  }

  @Test("a clamped value keeps its number and what follows is computed from it") func clamping() {
    var (replay, h) = Tape.recording {
      let x = Value(2)
      let h = x * 3
      let y = h + x
      let program = Program(y)
      return (Replay(program), program.position(of: h)!)
    }
    replay.data[h] = 0
    replay.forward(clamping: h)
    #expect(replay.data[replay.program.root] == 2)
  }

  @Test("unused values are left out unless wanted, and then have gradient 0") func unused() {
    Tape.recording {
      let (a, b) = (Value(2), Value(3))
      let root = a * a
      #expect(Program(root).position(of: b) == nil)
      let whole = Program(root, includingUnused: true)
      var replay = Replay(whole)
      replay.backward()
      #expect(whole.leaves(.input).map { replay.data[$0] } == [2, 3])
      #expect(replay.gradients[whole.position(of: b)!] == 0)
    }
  }

  @Test("a gradient check finds a wrong gradient and passes right ones") func check() {
    var replay = Tape.recording {
      let x = Value(0.7, named: "x")
      var replay = Replay(Program((x.exp() * x.sin()).log()))
      replay.backward()
      return replay
    }
    let good = GradientCheck(replay)
    #expect(good.comparisons.count == 4 && (good.worst?.error ?? 1) < 1e-9)
    replay.gradients[0] += 0.001
    let bad = GradientCheck(replay)
    #expect(bad.worst?.position == 0 && (bad.worst?.error ?? 0) > 1e-4)
  }

  @Test("a kink is told apart from a wrong gradient") func kink() {
    let check = Tape.recording {
      let x = Value(0)
      var replay = Replay(Program(x.relu() + x))
      replay.backward()
      return GradientCheck(replay)
    }
    #expect(check.kinks == [0] && check.worst?.error == 0)
    #expect(!CentralDifference(at: 0) { $0 * $0 }.isKink)
    #expect(!CentralDifference(at: 0.001) { $0 * $0 * $0 - $0 }.isKink)
    #expect(CentralDifference(at: 0) { abs($0) }.isKink)
  }
}
