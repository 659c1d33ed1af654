/// A rule that keeps a share of the last movement, which may be changed between updates.
public protocol MomentumOptimizer: Optimizer {
  /// The share of the last movement that is kept.
  var momentum: Double { get set }
}
