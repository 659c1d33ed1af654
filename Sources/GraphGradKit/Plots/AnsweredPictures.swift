internal import Datasets
public import Diagrams
public import Experiments
internal import GraphModel
internal import NeuralNetworks

/// Examples that are pictures, with the class that a network answers and how sure it is.
public struct AnsweredPictures: Sendable, Equatable {
  /// A picture with its answer.
  public struct Picture: Sendable, Equatable {
    /// Its number in its part of the data, from 1.
    public let number: Int
    /// The values of each channel, row by row.
    public let channels: [[[Double]]]
    /// The class that it is of, and the one that is answered; both count from 0.
    public let label: Int, answer: Int
    /// How probable the answer is, as the loss reads it; `nil` where it reads no probabilities.
    public let probability: Double?
    /// Whether the answer is the class.
    public var isRight: Bool { label == answer }
  }

  /// What they are of.
  public let name: String
  /// Which part of the data they are: `test`, or `training` where there is no test.
  public let part: String
  /// What the classes are called.
  public let classNames: [String]
  /// All pictures of the part.
  public let pictures: [Picture]

  /// At most so many are drawn.
  public static let mostDrawn = 60

  /// What a network with these parameters answers.
  ///
  /// - Returns: `nil` if the inputs are no picture, or no classes are answered.
  public init?(_ trainer: Trainer, _ parameters: [Double], name: String) {
    guard let shape = trainer.pictureShape, !trainer.classNames.isEmpty else { return nil }
    let isTested = !trainer.split.test.isEmpty
    let examples = isTested ? trainer.split.test : trainer.split.train
    self.name = name
    part = isTested ? "test" : "training"
    classNames = trainer.classNames
    let predict = trainer.laneSet(parameters, over: examples).prediction
    var trainer = trainer
    let outputs = trainer.outputs(of: examples.map(\.inputs), parameters)
    pictures = zip(examples, outputs).enumerated().compactMap { place, pair in
      guard case .label(let label) = pair.0.target, let answer = predict(pair.1) else { return nil }
      return Picture(
        number: place + 1, channels: shape.channels(of: pair.0.inputs), label: label,
        answer: answer, probability: trainer.probability(of: answer, pair.1))
    }
  }

  /// Those that are drawn: the wrong ones first, then the others, in their order.
  public var drawn: [Picture] {
    Array((pictures.filter { !$0.isRight } + pictures.filter(\.isRight)).prefix(Self.mostDrawn))
  }

  /// A part of a sheet with a tile for each picture that is drawn.
  public var section: TileSheet.Section {
    let numbers = drawn.flatMap { $0.channels.joined().joined() }.filter(\.isFinite)
    let wrong = pictures.count { !$0.isRight }
    let shown = drawn.count < pictures.count ? " · \(drawn.count) shown" : ""
    return TileSheet.Section(
      title: "\(name) · \(wrong) of \(pictures.count) \(part) pictures wrong\(shown)",
      scale: .grey(from: numbers.min() ?? 0, to: numbers.max() ?? 1), hasNumbers: false,
      tiles: drawn.map(tile))
  }

  private func tile(_ picture: Picture) -> TileSheet.Tile {
    let grids = picture.channels.enumerated().map { channel, rows in
      TileSheet.Grid(
        label: picture.channels.count == 1 ? "" : "channel \(channel + 1)", rows: rows,
        names: rows.enumerated().map { row, numbers in
          numbers.indices.map { "picture \(picture.number), row \(row + 1), column \($0 + 1)" }
        })
    }
    let sure = picture.probability.map { " · \(NumberFormat.percent($0))" } ?? ""
    let answer = "\(picture.isRight ? "" : "× ")answers \(classNames[picture.answer])\(sure)"
    var tile = TileSheet.Tile(
      heading: "picture \(picture.number)", grids: grids,
      lines: [answer, picture.isRight ? "right" : "is \(classNames[picture.label])"])
    tile.isMarked = !picture.isRight
    return tile
  }

  /// `run,part,picture,class,answer,probability,right`, of all pictures.
  public var csv: String {
    CSVText.lines(
      ["run", "part", "picture", "class", "answer", "probability", "right"],
      pictures.map { picture in
        [name, part, "\(picture.number)", classNames[picture.label], classNames[picture.answer]]
          + [picture.probability.map(NumberFormat.exact) ?? "", picture.isRight ? "yes" : "no"]
      })
  }
}

extension FeatureShape {
  /// The values of a picture, channel by channel and row by row.
  fileprivate func channels(of values: [Double]) -> [[[Double]]] {
    (0..<channels).map { channel in
      (0..<rows).map { row in
        (0..<columns).map { values[index(channel: channel, row: row, column: $0)] }
      }
    }
  }
}

extension Trainer {
  /// How probable a class is; one output is that of the second class.
  fileprivate func probability(of label: Int, _ outputs: [Double]) -> Double? {
    guard let shares = probabilities(outputs) else { return nil }
    return shares.count > 1 ? shares[label] : label == 1 ? shares[0] : 1 - shares[0]
  }
}
