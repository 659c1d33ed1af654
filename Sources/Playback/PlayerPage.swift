internal import Activity
internal import Datasets
public import Diagrams
internal import Experiments
internal import Foundation
public import GraphModel
public import Recordings
internal import Refusal

/// A recorded run as one HTML file that needs no network: step through training and through each
/// step, look at any example, and ask what would be if a neuron or a weight were another.
///
/// The page replays the recorded program itself, forward and backward, in double precision.
public struct PlayerPage: Sendable {
  /// A drawing of every value, with the edges of all programs.
  public struct ScalarDrawing: Sendable {
    let svg: String
    let outline: ScalarOutline

    /// - Parameters:
    ///   - svg: with the prefix `v`.
    ///   - outline: of the view that was drawn.
    public init(svg: String, outline: ScalarOutline) {
      self.svg = svg
      self.outline = outline
    }
  }

  private let data: PageData

  /// - Parameters:
  ///   - recording: what is played.
  ///   - history: of all its steps.
  ///   - neuronDrawing: an SVG of the neuron view with the prefix `n`; `nil` for none.
  ///   - scalarDrawing: the drawing of every value; `nil` for none.
  public init(
    _ recording: Recording, history: FiringHistory, neuronDrawing: String?,
    scalarDrawing: ScalarDrawing?
  ) {
    let run = recording.description
    data = PageData(
      name: run.experiment.name, inputNames: run.inputNames, classNames: run.classNames,
      loss: run.loss.rawValue, reduction: run.experiment.reduction.rawValue,
      optimizer: run.experiment.optimizer,
      planned: run.experiment.steps, isFinished: recording.isFinished, every: recording.every,
      parameterCount: run.parameterCount, optimizerRows: recording.optimizerStateNames,
      split: run.split, programs: run.programs, penalty: run.penalty,
      outline: NetworkOutline(run.programs), steps: PageSteps(recording.steps),
      history: PageHistory(history), neuronDrawing: neuronDrawing.map(Self.untitled),
      scalarDrawing: scalarDrawing.map {
        PageData.Scalar(svg: Self.untitled($0.svg), outline: $0.outline)
      },
      start: PageStart(run.experiment.view))
  }

  /// A drawing without the sentences behind its boxes, which the page says itself.
  private static func untitled(_ svg: String) -> String {
    svg.replacing(/<title>[^<]*<\/title>/, with: "")
  }

  /// The whole file.
  public var html: [UInt8] { PageAssembly.html(title: data.name, json: json) }

  /// One HTML element to put into an existing page: the whole file in a frame, so that neither knows
  /// the names and styles of the other, and several stand on one page.
  public var fragment: [UInt8] { PageAssembly.fragment(title: data.name, page: html) }

  /// The data as JSON that can stand in a script element.
  private var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(data) else {
      refuse("numbers and texts can always be written as JSON")
    }
    // No `</script>` and no `<!--` in it, whatever names there are.
    return Array(String(decoding: data, as: UTF8.self).replacing("<", with: "\\u003c").utf8)
  }
}
