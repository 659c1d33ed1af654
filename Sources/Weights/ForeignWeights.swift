/// Files of weights that are not read, but known, so that a person can be told how to convert them.
public enum ForeignWeights: Equatable, Sendable {
  /// Keras's own archive, with the activations that its layers name.
  case keras(activations: [String])
  /// An HDF5 file, as older Keras writes.
  case hdf5
  /// A pickle that is no archive: of PyTorch before 1.6, scikit-learn or joblib.
  case pickle
  /// A whole pickled PyTorch model: an object of a class instead of its state dictionary.
  case wholeModel(class: String)
  /// A PyTorch checkpoint in which no dictionary of tensors was found.
  case checkpoint(keys: [String])
  /// A TorchScript archive.
  case torchScript
  /// A single NumPy array.
  case singleArray
  /// A zip archive with something else.
  case zip
  /// llama.cpp's format.
  case gguf
  /// Nothing that is known.
  case unknown
}
