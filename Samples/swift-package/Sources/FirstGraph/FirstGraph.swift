import GraphGradKit

/// A ReLU neuron of one's own, drawn: `swift run --package-path Samples/swift-package`.
@main
struct FirstGraph {
  static func main() throws {
    let x = Value(2, named: "x")
    let weight = Value.parameter(-0.5, named: "w")
    let loss = ((weight * x).relu().named("h") - 1).power(2).named("loss")
    print("loss", loss.data, "gradient of w", loss.backward()[weight])
    try loss.write(to: CommandLine.arguments.dropFirst().first ?? "first-graph.svg")
  }
}
