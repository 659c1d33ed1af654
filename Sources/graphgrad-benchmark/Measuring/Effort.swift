/// How often a thing is measured.
struct Effort {
  /// Of what takes milliseconds.
  let repetitions: Int
  /// Of what takes a good part of a second: layouts, and everything in Python.
  let slowRepetitions: Int

  static let full = Effort(repetitions: 21, slowRepetitions: 7)
  static let quick = Effort(repetitions: 5, slowRepetitions: 3)
}
