internal import Refusal

/// Runs lanes through the programs of a network, one after the other, without allocating.
public struct LaneRunner: Sendable {
  /// What is computed; all programs have the same parameters.
  public let programs: [ExampleProgram]
  private var replays: [Replay]
  private var current = 0

  /// Room for `programs`, holding the parameters they were recorded with.
  ///
  /// - Precondition: at least one program.
  public init(_ programs: [ExampleProgram]) {
    require(!programs.isEmpty, "a network needs a program to run")
    self.programs = programs
    replays = programs.map { Replay($0.program) }
  }

  /// The program of the lane that was run last, with its numbers.
  public var replay: Replay { replays[current] }

  /// A value of the lane that was run last.
  public func value(at position: Int) -> Double { replays[current].data[position] }

  /// The loss of the lane that was run last.
  public var loss: Double { replays[current].data[programs[current].program.root] }

  /// The outputs of the lane that was run last.
  public var outputs: [Double] { programs[current].outputs.map { replays[current].data[$0] } }

  /// Sets the parameters, in the order of the model, for all lanes to come.
  public mutating func set(_ parameters: [Double]) {
    for (index, program) in programs.enumerated() {
      for (position, number) in zip(program.parameters, parameters) {
        replays[index].data[position] = number
      }
    }
  }

  /// Computes the values of a lane.
  public mutating func forward(_ lane: Lane) {
    current = lane.program
    let program = programs[current]
    for (position, number) in zip(program.inputs, lane.inputs) {
      replays[current].data[position] = number
    }
    for (position, number) in zip(program.targets, lane.targets) {
      replays[current].data[position] = number
    }
    replays[current].forward()
  }

  /// Computes the gradients of the lane that was run last, by itself.
  public mutating func backward() { replays[current].backward() }

  /// Computes the gradients of the lane that was run last and adds those of the parameters to
  /// `totals`, in the order that ``Replay/backward(seed:carrying:_:)`` describes.
  public mutating func backward(seed: Double, addingTo totals: inout [Double]) {
    replays[current].backward(seed: seed, carrying: programs[current].parameters, &totals)
  }
}
