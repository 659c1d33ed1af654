import Foundation
import GraphGradKit

/// Where the result of a command goes.
enum Output {
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    if path == "-" { return try Console.write(bytes) }
    do { try OutputFile.write(bytes, to: path) } catch { throw .failed(error.words) }
  }

  /// Fails if the file's folder is not there or cannot be written to.
  static func check(_ path: String) throws(Failure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw .failed("\(path): error: cannot be written: its folder is not there or not writable")
    }
  }

  static func makeFolder(_ path: String) throws(Failure) {
    do { try OutputFile.makeFolder(path) } catch { throw .failed(error.words) }
  }

  /// Runs `body`; a neuron that is not there fails the command.
  static func network<R>(_ body: () throws(UnknownNeuron) -> R) throws(Failure) -> R {
    do { return try body() } catch {
      throw .wrongInput(error.words)
    }
  }

  /// Runs `body`; what cannot be drawn fails the command.
  static func drawing<R>(_ body: () throws(DrawingError) -> R) throws(Failure) -> R {
    do { return try body() } catch { throw .failed("error: \(error.words)") }
  }
}
