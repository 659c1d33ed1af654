public import Diagrams
public import Experiments
internal import GraphModel

/// Where each neuron fires, as a picture: a tile a neuron, a cell a group of examples or of places in
/// texts.
public struct FiringTiles: Sendable, Equatable {
  /// What they are of.
  public let name: String
  /// By what is grouped: one of ``FiringByGroup/keys(_:)``.
  public let key: String
  /// How often neurons fire in each group.
  public let firing: FiringByGroup

  /// Cells stand in rows of so many, if there are more than fit into one.
  private static let rowLength = 9

  /// Measures the training examples.
  ///
  /// - Parameter key: `nil` for the last of ``FiringByGroup/keys(_:)``: the class, or the token.
  /// - Returns: `nil` if there is no such key.
  public init?(_ trainer: Trainer, _ parameters: [Double], name: String, by key: String?) {
    guard let key = key ?? FiringByGroup.keys(trainer).last,
      let firing = FiringByGroup(
        trainer, parameters, trainer.split.train, by: key, bins: Self.rowLength)
    else { return nil }
    (self.name, self.key, self.firing) = (name, key, firing)
  }

  /// A part of a sheet with a tile for each neuron.
  public var section: TileSheet.Section {
    TileSheet.Section(
      title: "\(name) · where neurons fire, by \(key)", scale: .share, hasNumbers: false,
      tiles: firing.neurons.indices.map(tile))
  }

  private func tile(_ neuron: Int) -> TileSheet.Tile {
    let groups = firing.groups
    let starts = Array(stride(from: 0, to: groups.count, by: Self.rowLength))
    func rows<T>(_ cell: (Int) -> T) -> [[T]] {
      starts.map { ($0..<min($0 + Self.rowLength, groups.count)).map(cell) }
    }
    let all = groups.reduce(0) { $0 + $1.examples }
    let fires = groups.reduce(0) { $0 + $1.fires[neuron] * Double($1.examples) } / Double(all)
    let label = firing.neurons[neuron].split(separator: "/").last.map(String.init) ?? ""
    return TileSheet.Tile(
      heading: label,
      grids: [
        TileSheet.Grid(
          rows: rows { groups[$0].fires[neuron] },
          names: rows { "\(firing.neurons[neuron]), \(groups[$0].name)" }, marks: rows(mark))
      ], lines: [fires == 0 ? "never fires" : "fires at \(NumberFormat.percent(fires))"])
  }

  /// Up to two letters that stand for a group: its name, the number of a position, or its own number.
  private func mark(_ group: Int) -> String {
    let name = firing.groups[group].name
    if name.count <= 2 { return name }
    let last = name.split(separator: " ").last.map(String.init) ?? ""
    return key == FiringByGroup.byPosition && last.count <= 2 ? last : "\(group + 1)"
  }

  /// `run,neuron,group,examples,fires` with all digits.
  public var csv: String {
    CSVText.lines(
      ["run", "neuron", "group", firing.areOfPlaces ? "places" : "examples", "fires"],
      firing.neurons.enumerated().flatMap { neuron, name in
        firing.groups.map { group in
          [
            self.name, name, group.name, "\(group.examples)",
            NumberFormat.exact(group.fires[neuron]),
          ]
        }
      })
  }
}
