internal import Yams

extension Experiment {
  /// Reads an experiment.
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - settings: values that take the place of the text's, such as `steps=20` or
  ///     `model.layers=[16,3]`.
  ///   - fallbackName: the name of an experiment that gives none.
  /// - Throws: ``ExperimentError`` for what cannot be read, an unknown key or a value that does not
  ///   fit, with its place.
  public init(
    yaml: String, settings: [String] = [], fallbackName: String = "experiment"
  ) throws(ExperimentError) {
    var root = try YAMLText(yaml).root()
    var overrides = Overrides()
    for setting in settings { try overrides.apply(setting, to: &root) }
    let field = Field(node: root, key: "", place: .file(line: 1, column: 1))
    self = try ExperimentReader(overrides: overrides).read(field, fallbackName)
  }
}
