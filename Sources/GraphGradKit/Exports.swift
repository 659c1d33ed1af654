// A program imports GraphGradKit and has the whole line of rooms.
@_exported public import Activity
@_exported public import Archives
@_exported public import Autograd
@_exported public import Datasets
@_exported public import Diagrams
@_exported public import Documents
@_exported public import Experiments
@_exported public import Expressions
@_exported public import Files
@_exported public import GraphModel
@_exported public import Graphviz
@_exported public import NeuralNetworks
@_exported public import Playback
@_exported public import Randomness
@_exported public import Recordings
@_exported public import Tracing
@_exported public import Weights
