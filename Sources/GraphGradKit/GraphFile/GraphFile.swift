internal import Autograd
internal import Diagrams
internal import Foundation
public import GraphModel
internal import Weights

/// A graph that was written as JSON, by this package or by another engine.
public enum GraphFile: Sendable {
  /// Every value.
  case values(Graph)
  /// One node a neuron.
  case neurons(NeuronGraph)

  /// Reads the JSON form of ``Graph`` or, if it has `edges`, of ``NeuronGraph``.
  ///
  /// - Throws: ``GraphFileError`` with the place in the text.
  public init(json bytes: [UInt8]) throws(GraphFileError) {
    let places: JSONPlaces
    do { places = try JSONPlaces(bytes) } catch {
      throw GraphFileError(line: error.line, column: error.column, problem: .notJSON(error.problem))
    }
    do {
      if places.hasKey("edges") {
        let network = try Self.decode(NeuronGraph.self, bytes)
        try network.check()
        self = .neurons(network)
      } else {
        let graph = try Self.decode(Graph.self, bytes)
        try graph.check { name in
          Op.allCases.first { $0.name == name && !$0.takesArguments }?.arity
        }
        self = .values(graph)
      }
    } catch { throw GraphFileError(error, places) }
  }

  private static func decode<T: Decodable>(_ type: T.Type, _ bytes: [UInt8]) throws -> T {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: Data(bytes))
  }

  /// The graph as a picture of a network or of values.
  public var picture: NetworkPicture {
    switch self {
    case .values(let graph): .values(graph, foldsSums: false)
    case .neurons(let network): .neurons(network)
    }
  }
}
