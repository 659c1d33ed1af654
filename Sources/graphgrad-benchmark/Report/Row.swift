/// One thing measured.
struct Row: Encodable {
  let name: String
  /// The version of a peer, and how it was run.
  var version: String?
  /// Seconds for one step or frame.
  var seconds: Measurement?
  /// How many values one step computes.
  var nodes: Int?
  var nanosecondsPerNode: Double?
  /// Why there is no time.
  var reason: String?
  /// The name of the peer's row that this one is compared with.
  var peer: String?
  /// The peer's median time divided by this one's.
  var ratio: Double?

  init(
    _ name: String, _ seconds: Measurement, nodes: Int? = nil, peer: String? = nil,
    version: String? = nil
  ) {
    self.name = name
    self.seconds = seconds
    self.nodes = nodes
    self.peer = peer
    self.version = version
    nanosecondsPerNode = nodes.map { seconds.median / Double($0) * 1e9 }
  }

  /// A row of a peer that could not be measured.
  init(_ name: String, _ absence: Python.Absence) {
    self.name = name
    reason = absence.reason
  }
}
