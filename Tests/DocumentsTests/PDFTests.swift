import Testing

@testable import Documents

@Suite(.enabled(if: PDFFile.canBeRead, "apt install poppler-utils poppler-data"))
struct PDFTests {
    private func read(_ file: PDFFile) throws -> Document {
        let document = try DocumentReader.read(file.bytes, name: "a.txt")
        document.expectInvariants()
        #expect(document.mediaType == .pdf)
        return document
    }

    @Test func wrappedLinesAreOneParagraph() throws {
        var file = PDFFile()
        file.write("青禾县柳溪镇2022年年度报告", x: 200, y: 60, size: 16)
        file.write("本镇认真贯彻落实条例，二〇二二年共主动公开政府信息一百四十七条，其中通过", x: 120, y: 100)
        file.write("网站公开一百二十条。", x: 100, y: 116)
        file.write("次段。", x: 120, y: 132)
        #expect(
            try read(file).blockTexts == [
                "青禾县柳溪镇2022年年度报告", "本镇认真贯彻落实条例，二〇二二年共主动公开政府信息一百四十七条，其中通过网站公开一百二十条。",
                "次段。",
            ])
    }

    @Test func blankCellsStayBlank() throws {
        var file = PDFFile()
        file.write("二、主动公开", x: 100, y: 80)
        file.table([["信息内容", "本年制发", "本年废止", "现行有效"], ["规章", "0", "", "3"], ["规范性文件", "", "", ""]], x: 100, y: 100)
        #expect(
            try read(file).blockTexts == ["二、主动公开", "信息内容|本年制发|本年废止|现行有效\n规章|0||3\n规范性文件|||"])
    }

    @Test func undrawnLinesMergeCellsAndVerticalCharactersAreWords() throws {
        var file = PDFFile()
        for y in [100.0, 200] { file.line(100, y, 340, y) }
        file.line(180, 150, 340, 150)
        for x in [100.0, 180, 340] { file.line(x, 100, x, 200) }
        file.line(260, 150, 260, 200)
        for (index, character) in ["结", "果", "维", "持"].enumerated() {
            file.write(character, x: 130, y: 120 + Double(index) * 14)
        }
        file.write("总计", x: 250, y: 130)
        file.write("12", x: 200, y: 180)
        file.write("34", x: 280, y: 180)
        #expect(try read(file).blockTexts == ["结果维持|总计|^\n^|12|34"])
    }

    /// Word prints the header again on the next page, and a page number between.
    @Test func tablesAreJoinedOverPages() throws {
        let header = ["信息内容", "总计"]
        var file = PDFFile()
        file.table([header, ["一、本年新收", "1"], ["二、上年结转", ""]], x: 100, y: 660)
        file.write("- 1 -", x: 290, y: 770)
        file.newPage()
        file.table([header, ["三、办理结果", "2"]], x: 100, y: 60)
        file.write("次文", x: 100, y: 200)
        file.write("- 2 -", x: 290, y: 770)
        #expect(try read(file).blockTexts == ["信息内容|总计\n一、本年新收|1\n二、上年结转|\n三、办理结果|2", "次文"])
    }

    @Test func tablesOfDifferentShapeAreNotJoined() throws {
        var file = PDFFile()
        file.table([["甲", "1"]], x: 100, y: 700)
        file.newPage()
        file.table([["乙", "1", "2"]], x: 100, y: 60)
        #expect(try read(file).blockTexts == ["甲|1", "乙|1|2"])
    }

    @Test func wordsThatRunThroughALineAreTwo() {
        let rulings = PDFRulings(
            horizontal: [0.0, 20].map { .init(at: $0, start: 0, end: 80) },
            vertical: [0.0, 40, 80].map { .init(at: $0, start: 0, end: 20) })
        let word = PDFWord(text: "商业企业科研机构", box: PDFBox(left: 0, top: 5, right: 80, bottom: 15))
        let (tables, rest) = PDFLattice.tables(rulings: rulings, words: [word])
        #expect(tables.first?.cells.map(\.text) == ["商业企业", "科研机构"])
        #expect(rest.isEmpty)
    }

    /// LibreOffice drops the borders of a web page's table when it makes a PDF of it.
    @Test func columnsAreToldByTheirHeadingsWhereNoLinesAreDrawn() throws {
        var file = PDFFile()
        file.write("二、主动公开政府信息情况", x: 60, y: 60)
        for (index, text) in ["信息内容", "本年制发", "本年废止", "现行有效"].enumerated() {
            file.write(text, x: 80 + Double(index) * 120, y: 100)
        }
        for (index, row) in [["规章", "0", "", "147"], ["规范性文件", "", "", "12"], ["其他文件", "3", "", ""]].enumerated() {
            for (column, text) in row.enumerated() {
                file.write(text, x: 80 + Double(column) * 120, y: 130 + Double(index) * 30)
            }
        }
        file.write("三、收到和处理申请情况，共计收到政府信息公开申请三件，均已按期答复，没有结转下年度继续办理。", x: 60, y: 260)
        #expect(
            try read(file).blockTexts.dropLast() == [
                "二、主动公开政府信息情况", "信息内容|本年制发|本年废止|现行有效\n规章|0||147\n规范性文件|||12\n其他文件|3||",
            ])
    }

    /// Without a heading nothing tells whether a column between the figures is blank throughout.
    @Test func figuresWithoutHeadingsStayLines() throws {
        var file = PDFFile()
        for (index, row) in [["一、本年新收", "0", "1"], ["二、上年结转", "2", "3"]].enumerated() {
            for (column, text) in row.enumerated() {
                file.write(text, x: 80 + Double(column) * 120, y: 130 + Double(index) * 30)
            }
        }
        #expect(try read(file).blockTexts == ["一、本年新收\t0\t1", "二、上年结转\t2\t3"])
    }

    @Test func pageWithoutTextIsAScan() {
        var file = PDFFile()
        file.line(0, 0, 100, 100)
        file.newPage()
        #expect(throws: DocumentError.scan(pages: 2)) { try read(file) }
    }

    @Test func encryptedFileIsRefused() throws {
        let bytes = try Fixture.file("encrypted.pdf")
        #expect(throws: DocumentError.encrypted(format: PDF.format)) { try DocumentReader.read(bytes, name: "") }
    }

    @Test func pageLimit() {
        var file = PDFFile()
        file.write("a", x: 100, y: 100)
        file.newPage()
        var limits = Limits()
        limits.pages = 1
        #expect(throws: DocumentError.limit(.pages(1))) {
            try DocumentReader.read(file.bytes, name: "", limits: limits)
        }
    }

    @Test func missingConverterIsNamedWithItsPackage() {
        let expected = DocumentError.converter(.missing(format: PDF.format, packages: ["poppler-utils"]))
        #expect(throws: expected) {
            try PDF.read(PDFFile().bytes, limits: Limits(), programs: Programs(folders: []))
        }
    }

    @Test func everyTruncationReadsOrIsExplained() {
        var file = PDFFile()
        file.table([["规章", "0"], ["规范性文件", "3"]], x: 100, y: 100)
        Fixture.expectNoCrash(truncating: file.bytes)
    }
}
