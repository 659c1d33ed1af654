/// A value of a pickle. What it is made of lies in a ``PickleHeap``, so that values can be nested as
/// deeply as a file likes.
enum PickleValue {
  case none
  case int(Int)
  case text(String)
  /// A list, a tuple or a set, by its place in the heap.
  case list(Int)
  /// A dictionary, by its place in the heap, where keys and values take turns.
  case dictionary(Int)
  /// A class or a function.
  case global(String)
  /// Numbers in a file of the archive.
  case storage(TorchStorage)
  case tensor(TorchTensor)
  /// An object of a class that is not known, with the place of its state.
  case object(String, Int?)
  /// A number with a point, or yes or no.
  case other
}

/// Where a tensor's numbers are kept.
struct TorchStorage {
  /// PyTorch's name of the type, such as `FloatStorage`.
  let type: String
  /// The name of the file in the archive's folder `data`.
  let key: String
}

/// Numbers of a storage, seen in a shape.
struct TorchTensor {
  let storage: TorchStorage
  let offset: Int
  let shape: [Int]
  let strides: [Int]
}

/// The parts of a pickle's values.
struct PickleHeap {
  private var contents: [[PickleValue]] = []

  /// What a list holds.
  func values(_ value: PickleValue) -> [PickleValue]? {
    guard case .list(let place) = value else { return nil }
    return contents[place]
  }

  /// The keys that are texts, with their values, in order; of an object those of its state.
  func members(_ value: PickleValue) -> [(key: String, value: PickleValue)]? {
    switch value {
    case .dictionary(let place):
      let items = contents[place]
      return stride(from: 0, to: items.count - 1, by: 2).compactMap { index in
        guard case .text(let key) = items[index] else { return nil }
        return (key, items[index + 1])
      }
    case .object(_, let state?): return contents[state].first.flatMap { dictionary($0) }
    default: return nil
    }
  }

  /// Without looking into objects, whose state may be themselves.
  private func dictionary(_ value: PickleValue) -> [(key: String, value: PickleValue)]? {
    if case .dictionary = value { members(value) } else { nil }
  }

  mutating func list(_ values: [PickleValue]) -> PickleValue {
    contents.append(values)
    return .list(contents.count - 1)
  }

  mutating func dictionary() -> PickleValue {
    contents.append([])
    return .dictionary(contents.count - 1)
  }

  mutating func box(_ value: PickleValue) -> Int {
    contents.append([value])
    return contents.count - 1
  }

  mutating func append(_ values: [PickleValue], to value: PickleValue) {
    switch value {
    case .list(let place), .dictionary(let place): contents[place] += values
    default: break
    }
  }

  /// What a call would give.
  mutating func call(_ function: PickleValue, _ arguments: PickleValue) -> PickleValue {
    guard case .global(let name) = function else { return .object("", nil) }
    let arguments = values(arguments) ?? []
    switch name {
    case "collections.OrderedDict", "builtins.dict", "__builtin__.dict", "collections.defaultdict":
      return dictionary()
    case "torch._utils._rebuild_tensor_v2": return tensor(arguments) ?? .object(name, nil)
    case "torch._utils._rebuild_parameter": return arguments.first ?? .object(name, nil)
    default: return .object(name, nil)
    }
  }

  private func tensor(_ arguments: [PickleValue]) -> PickleValue? {
    guard arguments.count >= 4, case .storage(let storage) = arguments[0],
      case .int(let offset) = arguments[1], let shape = counts(arguments[2]),
      let strides = counts(arguments[3]), strides.count == shape.count, offset >= 0
    else { return nil }
    return .tensor(
      TorchTensor(storage: storage, offset: offset, shape: shape, strides: strides))
  }

  private func counts(_ value: PickleValue) -> [Int]? {
    guard let values = values(value) else { return nil }
    let counts = values.compactMap { value -> Int? in
      if case .int(let count) = value, count >= 0 { count } else { nil }
    }
    return counts.count == values.count ? counts : nil
  }

  /// What `('storage', type, key, device, count)` names.
  func storage(_ id: PickleValue) -> PickleValue {
    guard let parts = values(id), parts.count >= 3, case .global(let type) = parts[1],
      case .text(let key) = parts[2]
    else { return .object("storage", nil) }
    let name = type.split(separator: ".").last.map(String.init) ?? type
    return .storage(TorchStorage(type: name, key: key))
  }
}
