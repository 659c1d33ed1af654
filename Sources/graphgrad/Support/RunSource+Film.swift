import GraphGradKit

/// A picture and the words above it.
typealias FilmFrame = (network: NetworkPicture, caption: Caption)

extension RunSource {
  /// The pictures of recorded steps, by their places; of more than `most` some are left out, evenly,
  /// but never the first or the last.
  mutating func film(
    _ indices: [Int], most: Int, _ view: NetworkView
  ) throws(Failure) -> [FilmFrame] {
    let count = min(most, indices.count)
    let chosen = (0..<count).map { place in
      indices[count == 1 ? 0 : place * (indices.count - 1) / (count - 1)]
    }
    let (_, history) = try state(at: nil)
    var film: [FilmFrame] = []
    for index in chosen {
      film.append(try frame(index, view, history: history.prefix(index + 1)))
    }
    return film
  }

  /// The moments within a step.
  mutating func film(
    inside step: Int, by grain: Moment.Grain, _ view: NetworkView
  ) throws(Failure) -> [FilmFrame] {
    guard view.subject != .data else {
      throw .option("--inside", step, "this draws one example, not --over data")
    }
    guard view.folding == Folding() else {
      throw .option("--inside", step, "this draws every value, without --depth and --expand")
    }
    let index = try RecordingSource.index(of: step, in: recorded)
    let (whole, caption) = try frame(index, view, history: nil)
    return whole.moments(by: grain, updated: parameters(after: index)).map { ($0, caption) }
  }

  /// The picture of a recorded step, by its place.
  mutating func frame(
    _ index: Int, _ view: NetworkView, history: FiringHistory?
  ) throws(Failure) -> FilmFrame {
    let state = recorded.state(at: index)
    let picture = try Output.network { () throws(UnknownNeuron) in
      try trainer.picture(of: state, view, history: history)
    }
    return (picture, trainer.caption(of: state, view))
  }
}
