import Foundation

/// Runs Python scripts that read a question as JSON and print the answer as JSON.
enum Python {
  /// Why there is no answer, such as "not installed: python3".
  struct Absence: Error, Decodable {
    let reason: String
  }

  /// Runs `script` with the path of a file that holds `question`.
  static func answer<Answer: Decodable>(
    _ script: String, to question: some Encodable
  ) -> Result<Answer, Absence> {
    do {
      let output = try output(script, JSONEncoder().encode(question))
      if let absence = try? JSONDecoder().decode(Absence.self, from: output) {
        return .failure(absence)
      }
      return .success(try JSONDecoder().decode(Answer.self, from: output))
    } catch {
      return .failure(error as? Absence ?? Absence(reason: "python3 gave no readable answer"))
    }
  }

  private static func output(_ script: String, _ question: Data) throws -> Data {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgrad-benchmark-\(UUID().uuidString).json")
    try question.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw Absence(reason: "not installed: python3") }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 127 { throw Absence(reason: "not installed: python3") }
    return output
  }
}
