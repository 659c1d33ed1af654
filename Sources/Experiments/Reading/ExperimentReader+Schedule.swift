extension ExperimentReader {
  /// One number, or numbers by the step from which they hold, such as `{1: 0.005, 21: 0.01}`.
  func scheduled(
    _ field: Field, _ number: (Field) throws(ExperimentError) -> Double
  ) throws(ExperimentError) -> (first: Double, schedule: Schedule?) {
    guard let entries = field.entries else { return (try number(field), nil) }
    var phases: [Schedule.Phase] = []
    for (name, value) in entries {
      guard let step = Int(name), step > phases.last?.from ?? 0 else {
        throw value.wrong("at a step after the one before it, such as {1: 0.005, 21: 0.01}")
      }
      phases.append(Schedule.Phase(from: step, value: try number(value)))
    }
    guard let first = phases.first, first.from == 1 else {
      throw field.wrong("given from step 1 on, such as {1: 0.005, 21: 0.01}")
    }
    return (first.value, Schedule(phases: phases))
  }
}
