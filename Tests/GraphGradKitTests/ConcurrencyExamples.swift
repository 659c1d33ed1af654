import GraphGradKit
import Testing

private struct Download {
  let offset: Double
}

private func download() async -> Download {
  await Task.yield()
  return Download(offset: -1)
}

func slope(at number: Double) async -> Double {
  let data = await download()
  return Tape.recording {
    let x = Value(number)
    let y = (x * x + data.offset).tanh()
    return y.backward()[x]
  }
}

actor Training {
  private let tape = Tape()
  private let model: MLP
  private let start: Tape.Position

  init(seed: UInt64) {
    (model, start) = tape.record {
      var random = Xorshift64Star(seed: seed)
      let model = MLP(inputs: 2, layers: [8, 1], activation: .tanh, random: &random)
      return (model, Tape.current.position)
    }
  }

  func step(_ x: [Double], _ target: Double) -> Double {
    tape.record {
      defer { Tape.current.reset(to: start) }
      let error = model(x.map { Value($0) })[0] - target
      let loss = error * error
      let gradients = loss.backward()
      for parameter in model.parameters { parameter.data -= 0.1 * gradients[parameter] }
      return loss.data
    }
  }
}

@Suite("The examples in the article on concurrency") struct ConcurrencyExamples {
  @Test("an expression in an async function") func expression() async {
    let slopes = await withTaskGroup(of: Double.self) { group in
      for _ in 0..<64 { group.addTask { await slope(at: 1) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(slopes == Array(repeating: 2, count: 64))
  }

  @Test("a model that lives in an actor learns") func model() async {
    let training = Training(seed: 3)
    var losses: [Double] = []
    for _ in 0..<30 {
      losses.append(await training.step([0.5, -0.2], 1))
      await Task.yield()
    }
    #expect(losses[29] < 0.01 * losses[0])
  }
}
