package import Archives
internal import Refusal

extension ForeignWeights {
  /// What it is, and the line that converts it.
  package var words: String {
    switch self {
    case .keras(let activations):
      "this is a Keras model; convert it with \(Self.keras) and say --activation "
        + activations.joined(separator: ",")
    case .hdf5:
      "this is an HDF5 file; one of Keras is converted with \(Self.keras); say its activations with "
        + "--activation"
    case .pickle:
      "this is a Python pickle, which is code and is not run; of PyTorch before 1.6, in Python: "
        + "torch.save(torch.load(file), \"net.pt\"); of scikit-learn: numpy.savez(\"net.npz\", "
        + "**{f\"coefs_{i}\": w for i, w in enumerate(m.coefs_)}, "
        + "**{f\"intercepts_{i}\": b for i, b in enumerate(m.intercepts_)})"
    case .wholeModel(let name):
      "this is a whole pickled model (\(Words.escaped(name))), which is code and is not run; in "
        + "Python: torch.save(model.state_dict(), \"net.pt\")"
    case .checkpoint(let keys):
      "no dictionary of tensors was found in this PyTorch file; its keys are "
        + (keys.isEmpty ? "none" : Words.list(keys.map { String(Words.escaped($0)) }))
        + "; in Python: torch.save(model.state_dict(), \"net.pt\")"
    case .torchScript:
      "this is TorchScript; in Python: "
        + "torch.save(torch.jit.load(file).state_dict(), \"net.pt\")"
    case .singleArray:
      "this is a single NumPy array; a network is several: numpy.savez(\"net.npz\", W1=…, b1=…)"
    case .zip: "this zip archive holds neither PyTorch's nor NumPy's files"
    case .gguf: "this is a GGUF file of a language model; its layers are not read"
    case .unknown:
      "this is none of the forms that are read: safetensors, PyTorch's .pt, NumPy's .npz, .onnx, JSON"
    }
  }

  private static let keras =
    "python3 -c \"import keras, numpy; numpy.savez('net.npz', **{w.path: w.numpy() for w in "
    + "keras.models.load_model('FILE').weights})\""
}

extension GraphProblem {
  package var words: String {
    switch self {
    case .inputs(let names):
      "the graph has \(Words.count(names.count, "input")), but a row of layers has 1"
    case .readers(let value, let ops):
      ops.isEmpty
        ? "the value \(Words.quoted(value)) of the graph is read by nothing and is no output"
        : "the value \(Words.quoted(value)) of the graph goes to \(Words.list(ops)), but only layers "
          + "one after the other are read"
    case .unreadable(let op, let name):
      "the operation \(Words.escaped(op)) at \(Words.quoted(name)) is not read; there are Gemm, "
        + "MatMul and Add of constants, Relu, LeakyRelu of 0.01, Sigmoid, Tanh, Gelu without "
        + "approximation, Softplus, Softmax at the end, Flatten, Identity, Dropout"
    }
  }
}

extension ArchiveError {
  package var words: String {
    switch self {
    case .noDirectory: "the archive has no directory at its end; the file may be cut off"
    case .damaged(let entry):
      entry.map { "\(Words.quoted($0)) in the archive is damaged" }
        ?? "the compressed file is damaged or cut off"
    case .unsupported(let entry):
      "\(Words.quoted(entry)) in the archive is encrypted, or packed by another method than deflate"
    case .tooLarge(let entry):
      (entry.map { "\(Words.quoted($0)) in the archive" } ?? "the compressed file")
        + " is larger than 2 GB when unpacked"
    }
  }
}
