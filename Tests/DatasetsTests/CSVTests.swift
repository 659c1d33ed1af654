import Datasets
import Testing

@Suite("CSV") struct CSVTests {
  @Test("quoted fields hold commas, quotes and line breaks") func quoting() throws {
    let text = "\u{FEFF}x,\"the \"\"y\"\"\",class\r\n1,2,\"a,b\"\r\n\r\n3,\"4\",\"c\nd\"\r\n"
    let table = try CSVTable(text)
    #expect(table.header == ["x", "the \"y\"", "class"])
    #expect(table.rows.map { $0.map(\.text) } == [["1", "2", "a,b"], ["3", "4", "c\nd"]])
    #expect(table.rows[1][0].line == 4 && table.rows[1][1].column == 3)
  }

  @Test(
    "a bad table is reported with its line",
    arguments: [
      ("", .empty), ("\n\n", .empty),
      ("x,y\n1,2\n3\n", .fieldCount(line: 3, found: 1, expected: 2, separator: .comma)),
      ("x,y\n\"a\nb\",2\n3,4,5\n", .fieldCount(line: 4, found: 3, expected: 2, separator: .comma)),
      ("x,y\n1,\"2\n", .unclosedQuote(line: 2, column: 3)),
      ("x,y\n\"1\"2,3\n", .textAfterQuote(line: 2, column: 4)),
    ] as [(String, CSVError)])
  func mistakes(_ text: String, _ expected: CSVError) {
    #expect(throws: expected) { try CSVTable(text) }
  }

  @Test("examples come from the named columns, classes in order") func examples() throws {
    let table = try CSVTable("id,y,x,class\n7, 2 ,1,10\n8,4,3,9\n9,6,5,10\n")
    let data = try Dataset(table, columns: CSVColumns(inputs: ["x", "y"], answer: .label("class")))
    #expect(data.classNames == ["9", "10"])
    #expect(data.examples.map(\.inputs) == [[1, 2], [3, 4], [5, 6]])
    #expect(data.examples.map(\.target) == [.label(1), .label(0), .label(1)])
    let numbers = try Dataset(
      table, columns: CSVColumns(inputs: ["x"], answer: .targets(["y", "class"]), name: "id"))
    #expect(numbers.examples[2] == Example(inputs: [5], target: .numbers([6, 10]), name: "9"))
  }

  @Test("text in a number column is reported with line, column and text") func numbers() throws {
    let table = try CSVTable("x,y,c\n1,2,a\n3,four,b\n")
    #expect(throws: CSVError.notANumber(line: 3, column: 3, name: "y", text: "four")) {
      try Dataset(table, columns: CSVColumns(inputs: ["x", "y"], answer: .label("c")))
    }
    #expect(throws: CSVError.missingColumn(name: "z", header: ["x", "y", "c"], hasHeader: true)) {
      try Dataset(table, columns: CSVColumns(inputs: ["z"], answer: .label("c")))
    }
    #expect(throws: CSVError.noRows) {
      try Dataset(CSVTable("x,y\n"), columns: CSVColumns(inputs: ["x"], answer: .label("y")))
    }
    let infinite = try CSVTable("x,c\ninf,a\n")
    #expect(throws: CSVError.self) {
      try Dataset(infinite, columns: CSVColumns(inputs: ["x"], answer: .label("c")))
    }
  }

  private func numbers(_ text: String, _ names: [String]) throws -> [[Double]] {
    try Dataset(CSVTable(text), columns: CSVColumns(inputs: names, answer: .unknown))
      .examples.map(\.inputs)
  }

  @Test(
    "commas, semicolons and tabs part fields; a comma is decimal where it parts none",
    arguments: [
      ("x,y\n0.1,-2e-1\n", [[0.1, -0.2]]), ("x;y\n0,1;-2,5e1\n", [[0.1, -25]]),
      ("x;y\n0.1;+2\n", [[0.1, 2]]), ("x\ty\r0,1\t5e-1\r", [[0.1, 0.5]]),
      ("x;y\r\n 0.1 ;2.\r\n", [[0.1, 2]]), ("\"x\";\"y\"\n\"0,1\";\"3\"\n", [[0.1, 3]]),
      ("x,y;z\n1;2\n", [[1, 2]]), ("x,\"y;z\"\n1,2\n", [[1, 2]]),
      ("x,y\n\n1,2\n\n\n", [[1, 2]]), ("x,y\n1,2", [[1, 2]]),
    ] as [(String, [[Double]])])
  func notations(_ text: String, _ expected: [[Double]]) throws {
    let table = try CSVTable(text)
    #expect(table.headerKind == .present)
    #expect(try numbers(text, table.header) == expected)
  }

  @Test("semicolons part lines of decimal commas that commas would cut alike") func alike() throws {
    #expect(
      try numbers("0,1;0,9;left\n0,5;0,2;right\n", ["column1", "column2"]) == [
        [0.1, 0.9], [0.5, 0.2],
      ])
    #expect(throws: CSVError.separatorUnsure([.comma, .semicolon])) {
      try CSVTable("a,b;c\nd,e;f\n")
    }
  }

  @Test(
    "a field that is no number for sure is refused with its place",
    arguments: [
      ("x,y\n1,\n", .missingValue(line: 2, column: 3, name: "y", text: "")),
      ("x,y\n1,2\nNA,2\n", .missingValue(line: 3, column: 1, name: "x", text: "NA")),
      ("x,y\n1,NaN\n", .missingValue(line: 2, column: 3, name: "y", text: "NaN")),
      ("x,y\n1,-inf\n", .notANumber(line: 2, column: 3, name: "y", text: "-inf")),
      ("x,y\n1,1e999\n", .notANumber(line: 2, column: 3, name: "y", text: "1e999")),
      ("x,y\n1,0x10\n", .notANumber(line: 2, column: 3, name: "y", text: "0x10")),
      ("x,y\n1,1.2.3\n", .notANumber(line: 2, column: 3, name: "y", text: "1.2.3")),
      ("x,y\n1,\"1,234.5\"\n", .ambiguousNumber(line: 2, column: 3, name: "y", text: "1,234.5")),
      ("x,y\n1,\"0,5\"\n", .ambiguousNumber(line: 2, column: 3, name: "y", text: "0,5")),
      ("x;y\n1;1.234,5\n", .ambiguousNumber(line: 2, column: 3, name: "y", text: "1.234,5")),
      ("x;y\n1;1,234,567\n", .ambiguousNumber(line: 2, column: 3, name: "y", text: "1,234,567")),
      (
        "x;y\n0.5;1\n1;2,5\n",
        .otherDecimalSign(line: 3, column: 3, name: "y", text: "2,5", earlierLine: 2)
      ),
    ] as [(String, CSVError)])
  func strangeNumbers(_ text: String, _ expected: CSVError) {
    #expect(throws: expected) { try numbers(text, ["x", "y"]) }
  }

  @Test(
    "what is no table is called by its kind, bytes that are no UTF-8 by their place",
    arguments: [
      (Array("x,y\n1,2\nd".utf8) + [0xE9, 0x2C], .notUTF8(line: 3, column: 2, byte: 0xE9)),
      (Array("\u{E9},y\r1,".utf8) + [0xC3], .notUTF8(line: 2, column: 3, byte: 0xC3)),
      ([0xFF, 0xFE, 0x78, 0], .otherFile(.utf16)), (Array("PK\u{3}\u{4}..".utf8), .otherFile(.zip)),
      (Array("PAR1..".utf8), .otherFile(.parquet)), (Array("x,y\n1,\0".utf8), .otherFile(.binary)),
      (Array("a b c\n1 2 3\n".utf8), .otherSeparator(line: 2, character: " ")),
      (Array("a|b\n1|2\n".utf8), .otherSeparator(line: 2, character: "|")),
      (Array("x,class, x\n1,2,3\n".utf8), .duplicateColumn(line: 1, column: 9, name: "x")),
    ] as [([UInt8], CSVError)])
  func otherFiles(_ bytes: [UInt8], _ expected: CSVError) {
    #expect(throws: expected) { try CSVTable(bytes) }
  }

  @Test("a first line of numbers is a row, unless its numbers count or are asked for by name")
  func headers() throws {
    let bare = try CSVTable("5.1,3.5,setosa\n4.9,3,setosa\n")
    #expect(bare.headerKind == .absent && bare.rows.count == 2)
    #expect(bare.header == ["column1", "column2", "column3"])
    #expect(throws: CSVError.missingColumn(name: "x", header: bare.header, hasHeader: false)) {
      try Dataset(bare, columns: CSVColumns(inputs: ["x"], answer: .unknown))
    }
    let counted = try CSVTable("0,1,2\n0.5,1.5,2.5\n")
    #expect(counted.headerKind == .unsure)
    #expect(try numbers("0,1,2\n0.5,1.5,2.5\n", ["2", "0"]) == [[2.5, 0.5]])
    #expect(try numbers("0,1,2\n0.5,1.5,2.5\n", ["column3"]) == [[2], [2.5]])
    #expect(try CSVTable("7,8\n1,2\n", hasHeader: true).rows.count == 1)
    #expect(try CSVTable("7,,a\n1,2,b\n").headerKind == .absent)
    #expect(try CSVTable("150,4,setosa\n1,2,0\n").headerKind == .present)
    #expect(try CSVTable(",x\n0,1\n").header == ["column1", "x"])
  }

  @Test(
    "labels are classes by number, by name or by order",
    arguments: [
      (["0", "2"], nil, 3, ["0", "1", "2"], [0, 2]),
      (["0.0", "1e0"], nil, 1, ["0", "1"], [0, 1]),
      (["1", "3"], nil, 2, ["1", "3"], [0, 1]),
      (["3", "1.0", "1"], nil, 3, ["1", "3"], [1, 0, 0]),
      (["-1", "1"], nil, 1, ["-1", "1"], [0, 1]), (["b", "a"], nil, 3, ["a", "b"], [1, 0]),
      (["b", "a"], ["b", "c", "a"], 3, ["b", "c", "a"], [0, 2]),
      (["2", "0"], ["b", "c", "a"], 3, ["b", "c", "a"], [2, 0]),
      (["2", "1"], ["1", "2"], 2, ["1", "2"], [1, 0]),
    ] as [([String], [String]?, Int, [String], [Int])])
  func classes(
    _ labels: [String], _ named: [String]?, _ outputs: Int, _ classes: [String], _ places: [Int]
  ) throws {
    let text = "x,c\n" + labels.map { "1.5,\($0)\n" }.joined()
    let data = try Dataset(
      CSVTable(text), columns: CSVColumns(inputs: ["x"], answer: .label("c"), classes: named),
      outputs: outputs)
    #expect(data.classNames == classes)
    #expect(data.examples.map(\.target) == places.map(Target.label))
  }

  @Test("a label that is empty or none of the classes is refused with its place") func badLabels()
    throws
  {
    let table = try CSVTable("x,c\n1,a\n2, \n")
    #expect(throws: CSVError.missingLabel(line: 3, column: 3, name: "c")) {
      try Dataset(table, columns: CSVColumns(inputs: ["x"], answer: .label("c")))
    }
    let other = CSVError.unknownLabel(line: 2, column: 3, name: "c", text: "a", classes: ["b"])
    #expect(throws: other) {
      try Dataset(
        table: "x,c\n1,a\n",
        CSVColumns(inputs: ["x"], answer: .label("c"), classes: ["b"]))
    }
  }
}

extension Dataset {
  fileprivate init(table: String, _ columns: CSVColumns) throws(CSVError) {
    try self.init(CSVTable(table), columns: columns)
  }
}
