internal import Archives
public import Datasets

extension CSVTable {
  /// Reads a table from what a file holds, which may be packed by gzip.
  ///
  /// - Parameter hasHeader: whether the first line names the columns; `nil` to see it from the text.
  /// - Throws: ``CSVError`` with the line of the first thing that is wrong.
  public init(file bytes: [UInt8], hasHeader: Bool? = nil) throws(CSVError) {
    guard Inflate.isGzip(bytes) else {
      try self.init(bytes, hasHeader: hasHeader)
      return
    }
    guard let text = try? Inflate.gzip(bytes) else { throw .otherFile(.badGzip) }
    try self.init(text, hasHeader: hasHeader)
  }
}
