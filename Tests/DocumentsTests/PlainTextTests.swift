import Testing

@testable import Documents

@Suite struct PlainTextTests {
    private func read(_ bytes: [UInt8]) throws -> Document {
        let document = try DocumentReader.read(bytes, name: "青禾县/2020/柳溪镇.txt")
        document.expectInvariants()
        return document
    }

    @Test func everyLineIsABlockAndSpacesStay() throws {
        let text = "\t规章\n\n\t0\n\t\u{A0}0\n\t\u{3000}0 \n末行"
        let document = try read(Array(text.utf8))
        #expect(document.string == text)
        #expect(document.blockTexts == ["\t规章", "", "\t0", "\t\u{A0}0", "\t\u{3000}0 ", "末行"])
        #expect(document.encoding == "UTF-8")
        #expect(document.mediaType == .plainText)
    }

    @Test(arguments: [
        "甲\u{2028}乙\u{2028}", "甲\u{2029}乙\u{2028}", "甲\u{85}乙\u{85}", "甲\u{85}乙\r\n",
    ])
    func lineEndsOfUnicodesOwn(text: String) throws {
        #expect(try read(Array(text.utf8)).blockTexts == ["甲", "乙"])
        #expect(try read(Array(text.utf8)).string == "甲\n乙\n")
    }

    @Test(arguments: ["甲\r\n乙\r\n", "甲\r乙\r", "甲\n乙\n", "\u{FEFF}甲\r\n乙\n", "\u{FEFF}\u{FEFF}甲\n乙\r\n"])
    func lineEndsAndMarks(text: String) throws {
        #expect(try read(Array(text.utf8)).string == "甲\n乙\n")
    }

    @Test func carriageReturnsThatMakeBlankLinesStay() throws {
        #expect(try read(Array("甲\r\r乙\r\n\r\n丙".utf8)).string == "甲\n\n乙\n\n丙")
    }

    @Test(arguments: [
        (Fixture.gb18030, "GB18030"), (Fixture.utf16(bigEndian: false, mark: true), "UTF-16LE"),
        (Fixture.utf16(bigEndian: true, mark: true), "UTF-16BE"),
        (Fixture.utf16(bigEndian: false, mark: false), "UTF-16LE"),
        (Fixture.utf16(bigEndian: true, mark: false), "UTF-16BE"),
    ])
    func otherEncodings(bytes: [UInt8], encoding: String) throws {
        let document = try read(bytes)
        #expect(document.string == Fixture.sentence)
        #expect(document.encoding == encoding)
    }

    /// Sentences with half-width commas were taken for the rows of a spreadsheet, and the report for none.
    @Test func sentencesWithCommasAreNoTable() throws {
        let text = "现公布年度报告,由柳溪镇编制。\n一、总体情况\n今年,我镇公开信息11条。"
        #expect(try read(Array(text.utf8)).blockTexts == text.split(separator: "\n").map(String.init))
    }

    @Test func emptyFileIsRefused() {
        #expect(throws: DocumentError.empty) { try read([]) }
    }

    @Test func binaryIsRefusedWithPlace() {
        #expect(throws: DocumentError.notText(encoding: "UTF-8", offset: 3, byte: 0)) {
            try read([0x41, 0x42, 0x43, 0, 0x44])
        }
        #expect(throws: DocumentError.notText(encoding: "UTF-8", offset: 1, byte: 1)) {
            try read([0x41, 1, 2, 3, 4, 5])
        }
    }

    /// A file in UTF-8 that lost a byte would make perfect nonsense as GB18030.
    @Test func damagedUTF8IsNotTakenForGB18030() {
        var bytes = Array(String(repeating: Fixture.sentence, count: 20).utf8)
        let place = Fixture.sentence.utf8.count + 3
        bytes.remove(at: place + 1)
        #expect(throws: DocumentError.notText(encoding: "UTF-8", offset: place, byte: bytes[place])) { try read(bytes) }
    }

    @Test func damagedGB18030IsRefusedWithPlace() {
        #expect(throws: DocumentError.notText(encoding: "GB18030", offset: 4, byte: 0xFF)) {
            try read([0xC7, 0xE0, 0xBA, 0xCC, 0xFF, 0x0A])
        }
    }

    @Test func sizeLimit() {
        var limits = Limits()
        limits.fileBytes = 3
        #expect(throws: DocumentError.limit(.fileBytes(3, found: 4))) {
            try DocumentReader.read([65, 66, 67, 68], name: "a.txt", limits: limits)
        }
    }

    @Test func everyTruncationReadsOrIsExplained() {
        for bytes in [Array(Fixture.sentence.utf8), Fixture.gb18030, Fixture.utf16(bigEndian: false, mark: true)] {
            Fixture.expectNoCrash(truncating: bytes)
        }
    }
}
