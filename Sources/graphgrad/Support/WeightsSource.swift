import GraphGradKit

/// A network trained elsewhere, and the examples to look at it with.
struct WeightsSource {
  private let options: WeightsOptions
  private let weights: String
  private let data: String
  private let inputs: [String]?
  private let layers: [String]?
  private let table: CSVTable
  private let reading: WeightsReading

  init(_ options: WeightsOptions) throws(Failure) {
    guard let weights = options.weights, let data = options.data else {
      throw .wrongInput("error: --weights goes with --data FILE, and without an experiment")
    }
    self.options = options
    self.weights = weights
    self.data = data
    inputs = try Self.names(options.inputs, "--inputs")
    layers = try Self.names(options.layers, "--layers")
    table = try Self.table(data, hasHeader: options.header.map { $0 == .yes })
    let answer = try options.answer()
    let counts = inputs.map { [$0.count] } ?? table.inputCounts(answer: answer)
    reading = try Self.reading(weights, layers, counts)
  }

  func trainer() throws(Failure) -> Trainer {
    let (columns, reason) = try columns()
    let experiment = Experiment(
      named: PathWords(weights).stem,
      weights: PathWords(weights).whole, layers: layers,
      activations: options.activation?.split(separator: ",").map(String.init),
      data: PathWords(data).whole, columns: columns)
    let trainer: Trainer
    do { trainer = try Trainer(experiment, table: table) } catch {
      throw .wrongInput(error.message(in: SourceText(name: weights, text: "")))
    }
    WeightsReport(trainer, table, reason)?.tell()
    return trainer
  }

  private func columns() throws(Failure) -> (CSVColumns, ColumnChoice.Reason) {
    let answer = try options.answer()
    let classes = try Self.names(options.classes, "--classes")
    let choice = ColumnChoice(
      table, inputs: reading.layers.first?.shape[1] ?? 0,
      outputs: reading.layers.last?.shape[0] ?? 0)
    do {
      var (columns, reason) = try choice.columns(inputs: inputs, answer: answer)
      columns.classes = classes
      columns.hasHeader = table.headerKind != .absent
      if classes != nil, columns.targetNames != nil || columns.answer == .unknown {
        throw Failure.wrongInput("error: --classes goes with a column that names classes")
      }
      return (columns, reason)
    } catch let error as ColumnError {
      throw .wrongInput("\(data)\(error.place): error: \(error.words)")
    } catch let failure as Failure { throw failure } catch { throw .failed("error: \(error)") }
  }

  private static func names(_ text: String?, _ option: String) throws(Failure) -> [String]? {
    guard let text else { return nil }
    return try WeightsOptions.names(text, option)
  }

  private static func table(_ path: String, hasHeader: Bool?) throws(Failure) -> CSVTable {
    let bytes = try SourceText.bytes(path)
    do throws(CSVError) {
      let table = try CSVTable(file: bytes, hasHeader: hasHeader)
      if table.headerKind == .unsure { throw CSVError.headerUnsure(first: table.header) }
      return table
    } catch { throw .wrongInput("\(path)\(error.place): error: \(error.words)") }
  }

  /// - Parameter inputCounts: how many inputs the data may have, to tell the order of layers by where
  ///   several fit.
  private static func reading(
    _ path: String, _ layers: [String]?, _ inputCounts: [Int]
  ) throws(Failure) -> WeightsReading {
    let bytes = try SourceText.bytes(path)
    do {
      return try WeightsFile.read(bytes, path: path, layers: layers)
    } catch {
      if case .layers(.orderUnsure) = error {
        let readings = inputCounts.compactMap {
          try? WeightsFile.read(bytes, path: path, layers: layers, inputs: $0)
        }.filter { inputCounts.contains($0.layers[0].shape[1]) }
        if readings.count == 1 { return readings[0] }
      }
      throw .wrongInput("\(path)\(error.place): error: \(error.words)")
    }
  }
}
