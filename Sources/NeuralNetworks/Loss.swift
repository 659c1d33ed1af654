public import Autograd
internal import Refusal

/// How wrong an output is, as one value to be made small.
public enum Loss {
  /// −log of the probability that softmax gives the class `label`, counted from 0:
  /// log Σ exp(zᵢ) − z of the label, right for logits of any size.
  ///
  /// - Precondition: `label` is one of the logits.
  public static func crossEntropy(_ logits: [Value], label: Int) -> Value {
    require(
      logits.indices.contains(label), "class \(label) is none of the \(logits.count) outputs")
    return logits.logSumExp() - logits[label]
  }

  /// The same spelled out, as micrograd's teaching module (Eureka Labs 2024) computes it:
  /// `e_k = exp(logit_k)`, `p = e_label · (Σ e_k)⁻¹`, `−log p`, bit for bit.
  ///
  /// No maximum is subtracted: gradients vanish where the largest logit is above
  /// ``spelledLimit`` or all are below its negative, and above 709 the loss is `nan`.
  ///
  /// - Precondition: `label` is one of the logits.
  public static func spelledCrossEntropy(_ logits: [Value], label: Int) -> Value {
    precondition(
      logits.indices.contains(label), "class \(label) is none of the \(logits.count) outputs")
    let powers = logits.map { $0.exp() }
    let probability = (powers[label] * powers.sum().named("sum").power(-1)).named("p")
    return -probability.log()
  }

  /// The size of logits up to which ``spelledCrossEntropy(_:label:)`` has the right gradients: the
  /// square of the sum of their powers must neither overflow nor vanish.
  public static let spelledLimit = 350.0

  /// The cross-entropy of the probabilities that softmax gives with those of `targets`, which add
  /// up to 1: log Σ exp(zᵢ) − Σ tᵢ·zᵢ. With 1 for one class and 0 for the others it is
  /// ``crossEntropy(_:label:)`` of that class, up to rounding; the class is then no part of the
  /// computation but one of its inputs.
  ///
  /// - Precondition: as many targets as logits, at least one.
  public static func crossEntropy(_ logits: [Value], targets: [Value]) -> Value {
    require(
      logits.count == targets.count,
      "\(logits.count) logits cannot be compared with \(targets.count) targets")
    return logits.logSumExp() - zip(targets, logits).map { $0 * $1 }.sum()
  }

  /// −log of the probability that the logistic function gives the class `target`, 0 or 1:
  /// softplus(z) − target·z, which does not overflow.
  public static func binaryCrossEntropy(_ logit: Value, target: Value) -> Value {
    logit.softplus() - target * logit
  }

  /// The mean of the squared differences.
  ///
  /// - Precondition: as many targets as outputs, at least one.
  public static func meanSquaredError(_ outputs: [Value], targets: [Value]) -> Value {
    let squares = squares(outputs, targets)
    return squares.count == 1 ? squares[0] : squares.sum() * (1 / Double(squares.count))
  }

  /// Half the sum of the squared differences, ½ Σ (y − d)²: the error of one case in Rumelhart,
  /// Hinton and Williams 1986, "Learning representations by back-propagating errors", equation 3.
  ///
  /// - Precondition: as many targets as outputs, at least one.
  public static func squaredError(_ outputs: [Value], targets: [Value]) -> Value {
    let squares = squares(outputs, targets)
    return (squares.count == 1 ? squares[0] : squares.sum()) * 0.5
  }

  /// Half the sum of the squares of what outputs lack, ½ Σ max(0, ±(d − y))²: a target above the
  /// middle of two is reached from there on, one below it down from there, so that an output that says
  /// more than enough costs nothing. With the targets 0.8 and 0.2 as in Hinton 1986, "Learning
  /// distributed representations of concepts".
  ///
  /// - Parameter ends: the two numbers that targets are made of.
  /// - Precondition: as many targets as outputs, at least one; two different ends.
  public static func squaredShortfall(
    _ outputs: [Value], targets: [Value], ends: ClosedRange<Double>
  ) -> Value {
    require(
      outputs.count == targets.count && ends.lowerBound < ends.upperBound,
      "\(outputs.count) outputs cannot be compared with \(targets.count) targets in \(ends)")
    let middle = ends.lowerBound / 2 + ends.upperBound / 2
    let half = (ends.upperBound - ends.lowerBound) / 2
    let squares = zip(outputs, targets).map { output, target in
      ((target - output) * ((target - middle) / half)).relu().power(2)
    }
    return (squares.count == 1 ? squares[0] : squares.sum()) * 0.5
  }

  private static func squares(_ outputs: [Value], _ targets: [Value]) -> [Value] {
    require(
      outputs.count == targets.count,
      "\(outputs.count) outputs cannot be compared with \(targets.count) targets")
    return zip(outputs, targets).map { ($0 - $1).power(2) }
  }

  /// max(0, 1 − target·score) for a `target` of −1 or 1.
  public static func hinge(_ score: Value, target: Value) -> Value {
    (1 + -target * score).relu()
  }

  /// The L2 penalty: `strength` times the sum of the squared parameters.
  public static func l2(_ parameters: [Value], strength: Double) -> Value {
    strength * parameters.map { $0 * $0 }.sum()
  }
}
