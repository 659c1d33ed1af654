public import Diagrams
internal import GraphModel
public import Recordings

/// What an optimiser remembers, step by step: a movement, or the means of gradients and squares.
public struct OptimizerCurves: Sendable, Equatable {
  /// Whose they are.
  public let name: String
  /// What the parameters are called.
  public let parameterNames: [String]
  /// What is remembered of each parameter, such as `m`; empty where that is not recorded.
  public let stateNames: [String]
  /// Of each step its number and, for each of ``stateNames``, a number of each parameter.
  public let steps: [(number: Int, states: [[Double]])]

  /// With more parameters than this, there is a curve for each layer instead.
  public static let mostCurves = 6

  /// What the optimiser remembered before each recorded step.
  public init(_ steps: [RecordedStep], parameterNames: [String], name: String) {
    self.name = name
    self.parameterNames = parameterNames
    stateNames = steps.first?.state.optimizer.rows.map(\.name) ?? []
    self.steps = steps.map { ($0.number, $0.state.optimizer.rows.map(\.numbers)) }
  }

  public static func == (first: OptimizerCurves, second: OptimizerCurves) -> Bool {
    first.name == second.name && first.csv == second.csv
  }

  /// A panel for each thing that is remembered, a curve for each parameter; of more than
  /// ``mostCurves`` the root mean square over each layer.
  public var panels: [Plot.Panel] {
    let groups = groups
    let isMean = groups.contains { $0.places.count > 1 }
    return stateNames.enumerated().map { state, word in
      let curves = groups.map { group in
        steps.map { Plot.Point(Double($0.number), Self.size($0.states[state], group.places)) }
      }
      return Plot.Panel(
        title: "\(name) · \(word)\(isMean ? ", root mean square" : "")",
        x: PlotAxis("step", over: steps.map { Double($0.number) }),
        y: PlotAxis(word, over: curves.joined().map(\.y), including: 0),
        marks: zip(groups, curves).enumerated().map { series, curve in
          let last = curve.1.last.map { " " + NumberFormat.text(for: $0.y) } ?? ""
          return .line(curve.1, series: series, label: curve.0.name + last)
        })
    }
  }

  /// The parameters that share a curve.
  private var groups: [(name: String, places: [Int])] {
    guard parameterNames.count > Self.mostCurves else {
      return parameterNames.enumerated().map { place, name in
        (String(name.split(separator: "/").last ?? ""), [place])
      }
    }
    var groups: [(name: String, places: [Int])] = []
    for (place, name) in parameterNames.enumerated() {
      let layer = String(name.split(separator: "/").first ?? "")
      if groups.last?.name != layer { groups.append((layer, [])) }
      groups[groups.count - 1].places.append(place)
    }
    return groups
  }

  /// The number of a parameter, or the root mean square of several.
  private static func size(_ numbers: [Double], _ places: [Int]) -> Double {
    guard places.count > 1 else { return numbers[places[0]] }
    let sum = places.reduce(0) { $0 + numbers[$1] * numbers[$1] }
    return (sum / Double(places.count)).squareRoot()
  }

  /// `run,step,state,parameter,number`, of every parameter, with all digits.
  public var csv: String {
    CSVText.lines(
      ["run", "step", "state", "parameter", "number"],
      steps.flatMap { step in
        zip(stateNames, step.states).flatMap { state, numbers in
          zip(parameterNames, numbers).map {
            [name, "\(step.number)", state, $0, NumberFormat.exact($1)]
          }
        }
      })
  }
}
