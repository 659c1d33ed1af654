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
      ("x,y\n1,2\n3\n", .fieldCount(line: 3, found: 1, expected: 2)),
      ("x,y\n\"a\nb\",2\n3,4,5\n", .fieldCount(line: 4, found: 3, expected: 2)),
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
    #expect(throws: CSVError.missingColumn(name: "z", header: ["x", "y", "c"])) {
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
}
