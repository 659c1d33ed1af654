internal import Activity
internal import Autograd
internal import Datasets
internal import Diagrams
internal import Experiments
internal import Recordings

/// What a page is made of besides its code.
struct PageData: Encodable {
  struct Scalar: Encodable {
    let svg: String
    let outline: ScalarOutline
  }

  let name: String
  let inputNames: [String]
  let classNames: [String]
  let loss: String
  let reduction: String
  let optimizer: OptimizerDescription?
  let planned: Int
  let isFinished: Bool
  let every: Int
  let parameterCount: Int
  let optimizerRows: [String]
  let split: Split
  let programs: [ExampleProgram]
  let penalty: ExampleProgram?
  let outline: NetworkOutline
  let steps: PageSteps
  let history: PageHistory
  /// None where it would be too large.
  let neuronDrawing: String?
  /// None where it would be too large.
  let scalarDrawing: Scalar?
  let start: PageStart
}
