import Autograd
import Testing

@Suite("Values as numbers are written") struct ConvenienceTests {
  @Test("compound assignment with numbers") func assignment() {
    Tape.recording {
      let x = Value(3)
      var y = x
      y += 1
      y *= 2.5
      y -= 0.5
      y /= 2
      #expect(y.data == 4.75 && y.backward()[x] == 1.25)
    }
  }

  @Test("functions as they are written for a Double") func functions() {
    Tape.recording {
      let x = Value(0.5)
      #expect(sin(x).data == x.sin().data && cos(x).data == x.cos().data)
      #expect(exp(x).data == x.exp().data && log(x).data == x.log().data)
      #expect(sqrt(x).data == x.sqrt().data && tanh(x).data == x.tanh().data)
      #expect(abs(-x).data == 0.5 && pow(x, 3).data == 0.125 && pow(x, x).op == .power)
      #expect(max(x, 1).data == 1 && min(x, x * 2).backward()[x] == 1)
      #expect(x.maximum(0).backward()[x] == 1 && x.minimum(0).backward()[x] == 0)
      #expect(max(x, 0).op == .maximum && min(x, 0).op == .minimum)
    }
  }

  @Test("a mean, a detached value, gradients of many") func others() {
    Tape.recording {
      let values = [Value(1), Value(2), Value(6)]
      let gradients = (values.mean() * values[2].detached).backward()
      #expect(values.mean().data == 3 && gradients[values] == [2, 2, 2])
      #expect(values[2].detached.op == .constant && values[2].detached != values[2])
    }
  }

  @Test("what is printed has the name, the scope and the number") func description() {
    Tape.recording {
      let w = Tape.scope("layer1") { Value.parameter(0.5, named: "w2") }
      #expect("\(w)" == "layer1/w2 = 0.5")
      #expect("\((w * w).tanh())" == "value 2 (tanh) = 0.24491866240370913")
    }
  }

  @Test("comparisons read numbers; equality is that of nodes") func comparisons() {
    Tape.recording {
      let (a, b) = (Value(1), Value(1))
      #expect(a <= b && a >= b && !(a < b) && a < 2 && 0 < a && a > 0.5 && 1 >= a)
      #expect(a != b && a == a && Set([a, b, a]).count == 2)
      #expect(Tape.current.count == 2, "nothing was recorded")
      let names = [a: "a", b: "b"]
      #expect(names[b] == "b")
    }
  }

  @Test("handles of two recordings of one place are two nodes") func identity() {
    Tape.recording {
      let start = Tape.current.position
      let first = Value(1)
      Tape.current.reset(to: start)
      #expect(Value(1) != first)
    }
  }

  @Test("a function's value with its gradient") func withGradient() async {
    let square = valueWithGradient(at: 3) { $0 * $0 }
    #expect(square == (9, 6))
    let product = valueWithGradient(at: 2, 5) { $0 * $1 }
    #expect(product.value == 10 && product.gradient == (5, 2))
    await Task.yield()
    let norm = gradient(at: [3, 4]) { x in sqrt(x.map { $0 * $0 }.sum()) }
    #expect(abs(norm[0] - 0.6) < 1e-15 && abs(norm[1] - 0.8) < 1e-15)
    #expect(gradient(at: 0) { exp($0) } == 1)
  }
}
