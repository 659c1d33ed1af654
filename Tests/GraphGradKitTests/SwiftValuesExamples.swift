import Foundation
import GraphGradKit
import Testing

@Suite("The examples in the article on values") struct SwiftValuesExamples {
  @Test("derivatives at a place") func derivatives() {
    let (value, slope) = valueWithGradient(at: 3) { sin($0) * $0 }
    let slopes = gradient(at: [1, 2]) { x in sqrt(x[0] * x[0] + x[1] * x[1]) }
    let curvature = hessian(at: [1, 2]) { $0[0] * $0[0] * $0[1] }  // [[4, 2], [2, 0]]
    #expect(abs(value - 0.4233600241796016) < 1e-15)
    #expect(abs(slope - (0.1411200080598672 - 3 * 0.9899924966004454)) < 1e-15)
    #expect(abs(slopes[0] - 0.4472135954999579) < 1e-15)
    #expect(curvature == [[4, 2], [2, 0]])
  }

  @Test("a Hessian of recorded derivatives") func recorded() {
    Tape.recording {
      let parameters = [Value(1), Value(2)]
      let loss = parameters[0] * parameters[0] * parameters[1]
      let slopes = loss.recordedGradients(of: parameters)
      let hessian = slopes.map { $0.backward()[parameters] }
      #expect(hessian == [[4, 2], [2, 0]])
    }
  }

  @Test("a loop of one's own") func loop() throws {
    let path = NSTemporaryDirectory() + "graphgrad-\(UUID().uuidString).gradrec"
    defer { unlink(path) }
    try Tape.recording {
      var random = Xorshift64Star(seed: 42)
      let model = MLP(inputs: 2, layers: [8, 3], activation: .relu, random: &random)
      let data = Dataset.yinYang(count: 30, random: &random)
      var optimizer = AdamW(learningRate: 0.05)
      let recorder = try Recorder(
        path, data: data, parameters: model.parameters, loss: .crossEntropy
      ) { model($0) }
      let start = Tape.current.position
      for _ in 1...50 {
        let loss = data.examples.map { LossKind.crossEntropy(model($0.inputs), $0.target) }.mean()
        try recorder.add(loss: loss.data)
        optimizer.update(model.parameters, loss.backward())
        Tape.current.reset(to: start)
      }
      try recorder.finish()
    }
    let steps = try Recording(path: path).steps
    #expect(steps.count == 51 && steps[50].loss < steps[0].loss)
  }
}
