import Datasets
import Testing

@Suite("Texts") struct TextTests {
  @Test("lines end as on any system, and empty ones are left out") func lines() throws {
    let bytes = Array("\u{FEFF} anna \r\n\r\nben\n\t\nzoë 👩‍🚀".utf8)
    #expect(try TextLines(bytes).texts == ["anna", "ben", "zoë 👩‍🚀"])
    #expect(throws: TextError.noTexts) { try TextLines(Array(" \n\n".utf8)) }
    #expect(throws: TextError.noTexts) { try TextLines([]) }
    #expect(throws: TextError.notUTF8(line: 2)) { try TextLines([97, 10, 0xFF, 98, 10]) }
  }

  @Test("a text starts and ends with the boundary, character by character") func examples() throws {
    let data = Dataset.texts(["ba", "abc", "👩‍🚀é"])
    #expect(data.classNames == ["·", "a", "b", "c", "é", "👩‍🚀"])
    #expect(data.inputNames == ["position 1", "position 2", "position 3", "position 4"])
    #expect(
      data.examples[0] == Example(inputs: [0, 2, 1], target: .tokens([2, 1, 0]), name: "ba"))
    #expect(data.examples[2].inputs.count == 3)
    let vocabulary = Vocabulary(tokens: data.classNames)
    #expect(try vocabulary.decode(vocabulary.encode("cab")) == "cab")
    #expect(throws: Vocabulary.UnknownCharacter(character: "x")) { try vocabulary.encode("axb") }
    // The boundary is no character of the texts, and a text may have one that looks like it.
    #expect(throws: Vocabulary.UnknownCharacter.self) { try vocabulary.encode("·") }
    #expect(try Vocabulary(of: ["a·"]).encode("·a") == [2, 1])
  }
}
