import Autograd
import Foundation
import Testing

/// A sum whose derivative is known, recorded in pieces.
private func slope(_ seed: Int) -> Double {
  Tape.recording {
    let x = Value(Double(seed))
    var y = x
    for _ in 0..<200 { y = y * 0.5 + x }
    return y.backward()[x]
  }
}

/// A model of one weight with a tape of its own, trained in steps between which anything may happen.
private actor Fit {
  private let tape = Tape()
  private let weight: Value
  private let start: Tape.Position

  init(_ weight: Double) {
    let (value, start) = tape.record {
      let value = Value.parameter(weight, named: "w")
      return (value, Tape.current.position)
    }
    self.weight = value
    self.start = start
  }

  func step(_ x: Double, _ target: Double) -> Double {
    tape.record {
      let error = weight * x - target
      let loss = error * error
      weight.data -= 0.1 * loss.backward()[weight]
      Tape.current.reset(to: start)
      return weight.data
    }
  }
}

@Suite("Tasks and threads") struct ConcurrencyTests {
  @Test("64 tasks that yield between their recordings are right") func tasks() async {
    let right = slope(1)
    await withTaskGroup(of: [Double].self) { group in
      for seed in 1...64 {
        group.addTask {
          var slopes: [Double] = []
          for _ in 0..<20 {
            slopes.append(slope(seed))
            await Task.yield()
          }
          return slopes
        }
      }
      for await slopes in group { #expect(slopes.allSatisfy { $0 == right }) }
    }
  }

  @Test("64 tapes of 64 actors go on after every await as if there had been none") func actors()
    async
  {
    await withTaskGroup(of: (Int, Double).self) { group in
      for number in 1...64 {
        group.addTask {
          let fit = Fit(0)
          var weight = 0.0
          for _ in 0..<50 {
            weight = await fit.step(1, Double(number))
            await Task.yield()
          }
          return (number, weight)
        }
      }
      for await (number, weight) in group {
        var expected = 0.0
        for _ in 0..<50 { expected -= 0.1 * (2 * (expected - Double(number))) }
        #expect(weight == expected)
      }
    }
  }

  @Test("record keeps what it recorded, recording lends another tape inside it") func nesting() {
    let tape = Tape()
    let (a, b) = tape.record { (Value(2), Value(3)) }
    let product = tape.record {
      #expect(Tape.recording { Tape.current.count } == 0)
      return tape.record { a * b }
    }
    #expect(product.backward()[a] == 3 && tape.count == 3)
    #expect((product + a).data == 8, "outside of record no thread records, so it may be used")
    Tape.recording { #expect(Tape.current.count == 0 && tape.count == 4) }
  }

  #if os(Linux) || os(macOS)
    @Test("a value that outlives its tape stops with a message") func outlived() async {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        let value = Tape().record { Value(2) }
        let other = Tape().record { Value(3) }
        print(value.data, other.data)
      }
      expectSentence(result, "value 0 was forgotten")
    }

    @Test("a value of one thread's tape stops on another thread") func moved() async {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        struct Carrier: @unchecked Sendable {
          let value: Value
          init(_ number: Double) { value = Value(number) }
          func read() -> Double { value.exp().data }
        }
        let carrier = Carrier(2)
        await withCheckedContinuation { continuation in
          Thread.detachNewThread {
            print(carrier.read())
            continuation.resume()
          }
        }
      }
      expectSentence(result, "a value of one thread's tape is used on another thread")
    }
  #endif
}
