public import Autograd
internal import Datasets

extension Trainer {
  /// What each parameter is called, such as `layer1/neuron3/w2`.
  public var parameterNames: [String] { objective.parameterNames }

  /// Compares the gradients of the training loss with central differences, at the parameters as
  /// they are now; places are those of ``parameterNames``.
  ///
  /// - Parameter limit: at most so many parameters are checked, spread evenly.
  public func gradientCheck(limit: Int = .max) -> GradientCheck {
    var objective = objective
    var gradients = [Double](repeating: 0, count: parameters.count)
    _ = objective.loss(over: training, parameters, gradients: &gradients)
    let places = GradientCheck.sample(of: parameters.count, limit: limit).map {
      ($0, parameters[$0], gradients[$0])
    }
    return GradientCheck(places) { place, value in
      var moved = parameters
      moved[place] = value
      return objective.loss(over: training, moved).loss
    }
  }
}
