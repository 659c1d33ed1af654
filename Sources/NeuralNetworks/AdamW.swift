public import Autograd

/// Adam with decoupled weight decay (Loshchilov and Hutter 2019).
///
/// `p −= learningRate · (m̂ / (√v̂ + ε) + weightDecay · p)`, with the bias-corrected means m̂ of the
/// gradient and v̂ of its square. The squares and roots are the C library's `pow`, as in the
/// reference, or with ``Arithmetic/fast`` products and square roots.
public struct AdamW: Optimizer {
  /// The length of a step.
  public var learningRate: Double
  /// How slowly the means of the gradient and of its square move, each in [0, 1).
  public let betas: (Double, Double)
  /// Added to the root of the mean square, against division by 0.
  public let epsilon: Double
  /// The share of itself that a parameter loses in each step, times the learning rate.
  public let weightDecay: Double
  /// How exactly the squares and roots are computed.
  public let arithmetic: Arithmetic
  private var means: [Double] = []
  private var squares: [Double] = []
  private var time = 0

  /// The rule with its usual settings.
  public init(
    learningRate: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), epsilon: Double = 1e-8,
    weightDecay: Double = 0.01, arithmetic: Arithmetic = .exact
  ) {
    self.learningRate = learningRate
    self.betas = betas
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.arithmetic = arithmetic
  }

  /// The means of the gradient and of its square.
  public static let stateNames = ["m", "v"]

  /// What it remembers of `count` parameters.
  public func state(count: Int) -> OptimizerState {
    let zeros = [Double](repeating: 0, count: count)
    return OptimizerState(
      time: time,
      rows: [
        .init(name: "m", numbers: time == 0 ? zeros : means),
        .init(name: "v", numbers: time == 0 ? zeros : squares),
      ])
  }

  /// Goes on from a remembered state.
  public mutating func restore(_ state: OptimizerState) {
    (time, means, squares) = (state.time, state.rows[0].numbers, state.rows[1].numbers)
  }

  /// Moves each parameter by its gradient.
  public mutating func update(_ parameters: inout [Double], gradients: [Double]) {
    if time == 0 {
      means = Array(repeating: 0, count: parameters.count)
      squares = means
    }
    time += 1
    switch arithmetic {
    case .exact:
      update(
        &parameters, gradients, square: { Op.power.evaluate($0, 2) },
        root: { Op.power.evaluate($0, 0.5) })
    case .fast: update(&parameters, gradients, square: { $0 * $0 }, root: { $0.squareRoot() })
    }
  }

  @inline(__always)
  private mutating func update(
    _ parameters: inout [Double], _ gradients: [Double], square: (Double) -> Double,
    root: (Double) -> Double
  ) {
    let pow = Op.power
    let firstCorrection = 1 - pow.evaluate(betas.0, Double(time))
    let secondCorrection = 1 - pow.evaluate(betas.1, Double(time))
    for index in parameters.indices {
      let gradient = gradients[index]
      means[index] = betas.0 * means[index] + (1 - betas.0) * gradient
      squares[index] = betas.1 * squares[index] + (1 - betas.1) * square(gradient)
      let step =
        means[index] / firstCorrection
        / (root(squares[index] / secondCorrection) + epsilon)
      parameters[index] -= learningRate * (step + weightDecay * parameters[index])
    }
  }
}
