import GraphGradKit

/// A training run to be taken to its end: one from the start, or one that was interrupted.
struct TrainingSource {
  var trainer: Trainer
  /// What was recorded before; none for a run from the start.
  let earlier: [RecordedStep]
  /// The recording to go on with, and its file.
  let resumed: (recording: Recording, path: String)?

  init(experiment: String?, resume: String?, settings: [String]) throws(Failure) {
    guard let resume else {
      guard let experiment else {
        throw .wrongInput("error: give an experiment (a .yaml file), or --resume RECORDING")
      }
      trainer = try ExperimentSource.trainer(experiment, settings: settings)
      earlier = []
      resumed = nil
      return
    }
    guard experiment == nil, settings.isEmpty else {
      throw .option("--resume", resume, "this goes without an experiment, --set and --fast")
    }
    let recording = try RecordingSource.read(resume)
    do {
      trainer = try recording.resumed()
    } catch { throw .wrongInput(error.message(resume)) }
    earlier = recording.steps
    resumed = (recording, resume)
  }
}
