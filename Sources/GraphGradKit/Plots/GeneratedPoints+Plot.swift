public import Diagrams
public import Experiments

extension GeneratedPoints {
  /// The noise, the points made of it, and as many of the data, side by side on the same axes.
  public var plot: Plot {
    let parts = [
      ("noise", noise), ("generated", points), ("data", Array(data.prefix(points.count))),
    ]
    let all = parts.flatMap(\.1)
    let axes = [("x", 0), ("y", 1)].map { name, axis in
      PlotAxis(name, over: all.map { $0[axis] })
    }
    return Plot(
      parts.enumerated().map { series, part in
        Plot.Panel(
          title: "\(part.0): \(part.1.count) points", x: axes[0], y: axes[1],
          marks: [.points(part.1.map { Plot.Point($0[0], $0[1]) }, series: series)], isEqual: true)
      }, columns: 3)
  }
}
