public import Autograd
public import GraphModel

extension Value {
  /// The graph of everything this value was computed from, with its gradients.
  ///
  /// - Parameter name: what the graph is called; the value's own name by default.
  public func graph(named name: String? = nil) -> Graph {
    var replay = Replay(Program(self))
    replay.backward()
    return Graph(replay, name: name ?? self.name ?? "graph")
  }
}
