import Testing

@testable import Documents

@Suite(.enabled(if: PDFFile.canBeRead, "apt install mupdf-tools"))
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

    /// A browser prints address, day and page below a row that the page's end cuts, which no line closes.
    @Test func footBelowACutRowIsNoneOfIt() throws {
        var file = PDFFile()
        for page in 1...2 {
            if page == 2 { file.newPage() }
            let (top, bottom) = page == 1 ? (700.0, 745.0) : (60.0, 100.0)
            if page == 1 { file.line(100, top, 260, top) }
            for x in [100.0, 180, 260] { file.line(x, top, x, bottom) }
            file.write(page == 1 ? "要求提供" : "公开出版物", x: 105, y: top + 15)
            if page == 1 { file.write("1", x: 190, y: top + 15) } else { file.line(100, bottom, 260, bottom) }
            file.write("file:///a/b/1.html", x: 100, y: 752, size: 8)
            file.write("\(page)/2", x: 560, y: 752, size: 8)
        }
        let texts = try read(file).blockTexts
        #expect(texts == ["要求提供公开出版物|1"])
    }

    /// A title stands again above the text, behind the contents; a running head is no larger than the text.
    @Test func titleOnTwoPagesIsNoRunningHead() throws {
        var file = PDFFile()
        for page in 1...2 {
            if page == 2 { file.newPage() }
            file.write("政务公开", x: 100, y: 30)
            file.write("青禾县柳溪镇2022年年度报告", x: 200, y: 60, size: 16)
            for line in 1...3 { file.write("正文\(page)\(line)。", x: 100, y: 100 + Double(line) * 40) }
        }
        let title = "青禾县柳溪镇2022年年度报告"
        #expect(try read(file).blockTexts == [title, "正文11。", "正文12。", "正文13。", title, "正文21。", "正文22。", "正文23。"])
    }

    /// Dots run up to the right margin, and the number of the page may stand apart.
    @Test func linesOfContentsStayLines() throws {
        var file = PDFFile()
        file.write("一、总体情况" + String(repeating: ".", count: 40) + "1", x: 100, y: 100)
        file.write("二、主动公开" + String(repeating: ".", count: 38), x: 100, y: 116)
        file.write("12", x: 360, y: 116)
        file.write("三、其他事项" + String(repeating: ".", count: 40) + "3", x: 100, y: 132)
        #expect(try read(file).blockTexts.count == 3)
    }

    @Test func tablesOfDifferentShapeAreNotJoined() throws {
        var file = PDFFile()
        file.table([["甲", "1"]], x: 100, y: 700)
        file.newPage()
        file.table([["乙", "1", "2"]], x: 100, y: 60)
        #expect(try read(file).blockTexts == ["甲|1", "乙|1|2"])
    }

    @Test func wordsThatRunThroughALineAreTwo() throws {
        var file = PDFFile()
        file.table([["商业企业", "科研机构"], ["1", "2"]], x: 100, y: 100, width: 45)
        #expect(try read(file).blockTexts == ["商业企业|科研机构\n1|2"])
    }

    /// The digits of one number on both sides of a line: whose it is cannot be known.
    @Test func numbersThatRunThroughALineAreNobodys() throws {
        var file = PDFFile()
        file.table([["规章", "", ""]], x: 100, y: 100)
        file.write("1372", x: 250, y: 114)
        #expect(try read(file).blockTexts == ["规章|13\u{FFFD}|72\u{FFFD}"])
    }

    @Test func whatIsNotSeenIsNotThere() throws {
        var file = PDFFile()
        file.table([["规章", "", "", "3"]], x: 100, y: 100)
        file.draw("q 1 g")
        file.write("9", x: 200, y: 114)
        file.draw("Q q 3 Tr")
        file.write("8", x: 280, y: 114)
        file.draw("Q")
        file.write("3", x: 345.2, y: 114)
        #expect(try read(file).blockTexts == ["规章|||3"])
    }

    /// What is cut off, next to nothing wide or high, and mirrored.
    @Test func whatIsCutOffIsNotThereAndWhatIsMirroredIsNotRead() throws {
        var file = PDFFile()
        file.table([["规章", "7", "8", ""]], x: 100, y: 100)
        file.draw("q 0 0 50 50 re W n")
        file.write("9", x: 180, y: 114)
        file.draw("Q q 0 680 300 20 re W n")
        file.write("6", x: 270.2, y: 114)
        file.draw("Q")
        file.write("5", x: 191, y: 114, size: 0.5)
        file.draw("q 0.1 Tz")
        file.write("4", x: 183, y: 114)
        file.draw("Q q BT /F1 10 Tf -1 0 0 1 360 686 Tm <0032> Tj ET Q")
        #expect(try read(file).blockTexts == ["规章|7|86|\u{FFFC}"])
    }

    /// A note's sign or a patch over a figure: what is under it is not read, and the cell is not blank.
    @Test func coveredFiguresAreNotBlank() throws {
        var file = PDFFile()
        file.table([["规章", "7", "8", "9"]], x: 100, y: 100)
        file.draw("q 1 g 183 684 14 12 re f Q")
        file.draw("q 1 g 263 684 14 12 re f Q")
        file.write("6", x: 265, y: 114)
        #expect(try read(file).blockTexts == ["规章|\u{FFFC}|6|9"])
    }

    /// What lies above or below the page is cut off when it is printed.
    @Test func whatLiesBeyondThePageIsNotThere() throws {
        var file = PDFFile()
        file.write("收到申请七件。", x: 100, y: 100)
        file.write("收到申请九件。", x: 100, y: 840)
        file.write("收到申请八件。", x: 100, y: -40)
        #expect(try read(file).blockTexts == ["收到申请七件。"])
    }

    @Test func struckOutNumbersGiveWayToThoseBesideThem() throws {
        var file = PDFFile()
        file.table([["规章", "99 1372", "99"]], x: 100, y: 100)
        file.line(184, 110.4, 196, 110.4)
        file.line(264, 110.4, 276, 110.4)
        let texts = try read(file).blockTexts
        #expect(texts == ["规章|1372|9\u{336}9\u{336}"])
    }

    @Test func raisedDigitsAreMarks() throws {
        var file = PDFFile()
        file.table([["规章", "1372"]], x: 100, y: 100)
        file.write("2", x: 206, y: 109, size: 5)
        #expect(try read(file).blockTexts == ["规章|1372²"])
    }

    /// A cell that holds a curve or a picture is not blank, one with a ground of its own is.
    /// What lies too deep is not kept, and its end takes away nothing else.
    @Test func clipsAndGroupsInOneAnother() {
        let place = PDFBox(left: 200, top: 200, right: 210, bottom: 210)
        var clips = PDFClips()
        clips.push(PDFBox(left: 0, top: 0, right: 50, bottom: 50))
        clips.beginGroup(0.5)
        clips.beginGroup(0.5)
        #expect(clips.opacity == 0.25)
        for _ in 0..<2000 {
            clips.pushUnknown()
            clips.beginGroup(1)
        }
        for _ in 0..<2000 {
            clips.pop()
            clips.endGroup()
        }
        #expect(!clips.show(place) && clips.opacity == 0.25)
        clips.pop()
        clips.endGroup()
        #expect(clips.show(place) && clips.opacity == 0.5)
    }

    @Test func drawingsInCellsAreSeen() throws {
        var file = PDFFile()
        file.draw("0.8 g 100 680 160 20 re f 0 g")
        file.table([["规章", ""], ["规范性文件", ""]], x: 100, y: 100)
        file.draw("190 665 m 195 675 200 655 210 665 c S")
        #expect(try read(file).blockTexts == ["规章|\n规范性文件|\u{FFFC}"])
    }

    /// Large pale letters across the lines of a table belong to none of its cells.
    @Test func stampsOverATableAreLeftOut() throws {
        var file = PDFFile()
        file.table([["规章", "0"], ["规范性文件", "3"]], x: 100, y: 100)
        file.draw("q 1 0.6 0.6 rg")
        file.write("样本", x: 160, y: 130, size: 30)
        file.draw("Q")
        #expect(try read(file).blockTexts == ["规章|0\n规范性文件|3"])
    }

    /// Cells with borders of their own, and rows that end before the table does.
    @Test func placesWithoutABorderAreNoCells() throws {
        var file = PDFFile()
        let cells = [
            (100.0, 100.0, "行政许可"), (184, 100, "140"), (100, 124, "规章"), (184, 124, "0"), (268, 124, "3"),
        ]
        for (x, y, text) in cells {
            for (from, to) in [((x, y), (x + 80, y)), ((x, y + 20), (x + 80, y + 20))] {
                file.line(from.0, from.1, to.0, to.1)
            }
            file.line(x, y, x, y + 20)
            file.line(x + 80, y, x + 80, y + 20)
            file.write(text, x: x + 5, y: y + 14)
        }
        let document = try read(file)
        #expect(document.blockTexts == ["行政许可|140|\n规章|0|3"])
        guard case .table(let table) = document.blocks.first else { throw DocumentError.empty }
        #expect(table.rows.map { $0.map(\.isMissing) } == [[false, false, true], [false, false, false]])
    }

    /// A row that the page's end cuts: its label goes on in the first row of the next page.
    @Test func rowsThatBeginAPageMayBeTheRestOfOne() throws {
        var file = PDFFile()
        file.table([["项目", "总计"], ["要求提供", "1"]], x: 100, y: 700)
        file.newPage()
        file.table([["项目", "总计"], ["公开出版物", ""], ["其他", "2"]], x: 100, y: 60)
        let document = try read(file)
        #expect(document.blockTexts == ["项目|总计\n要求提供|1\n公开出版物|\n其他|2"])
        guard case .table(let table) = document.blocks.first else { throw DocumentError.empty }
        #expect(table.rests == [2])
    }

    /// What lies beyond the page's edge is not seen, and an empty rest of a cell is not blank.
    @Test func cellsThatThePagesEdgeCutsAreNotBlank() throws {
        var file = PDFFile()
        file.table([["规章", "0", ""], ["规范性文件", "3", "1"]], x: 365, y: 100)
        #expect(try read(file).blockTexts == ["规章|0|\u{FFFD}\n规范性文件|3|1"])
    }

    @Test func textThatLiesDownIsTurned() throws {
        var file = PDFFile()
        // Ten characters that lie, and a table that lies with them.
        file.draw("q 0 -1 1 0 0 800 cm")
        file.table([["规章", "0"], ["规范性文件", "3"]], x: 100, y: 300)
        file.draw("Q")
        #expect(try read(file).blockTexts == ["规章|0\n规范性文件|3"])
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

    /// Without a heading nothing tells of a column that is blank throughout: the form finds a cell missing.
    @Test func figuresWithoutHeadingsHaveNoBlankColumns() throws {
        var file = PDFFile()
        for (index, row) in [["一、本年新收", "0", "1"], ["二、上年结转", "2", "3"]].enumerated() {
            for (column, text) in row.enumerated() {
                file.write(text, x: 80 + Double(column) * 120, y: 130 + Double(index) * 30)
            }
        }
        #expect(try read(file).blockTexts == ["一、本年新收|0|1\n二、上年结转|2|3"])
    }

    @Test func pageWithNeitherTextNorPictureIsRefused() {
        var file = PDFFile()
        file.line(0, 0, 100, 100)
        file.newPage()
        #expect(throws: DocumentError.noText(format: PDF.format)) { try read(file) }
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
        let expected = DocumentError.converter(.missing(format: PDF.format, packages: ["mupdf-tools"]))
        #expect(throws: expected) {
            try PDF.read(PDFFile().bytes, limits: Limits(), programs: InstalledPrograms(folders: []))
        }
    }

    @Test func everyTruncationReadsOrIsExplained() {
        var file = PDFFile()
        file.table([["规章", "0"], ["规范性文件", "3"]], x: 100, y: 100)
        Fixture.expectNoCrash(truncating: file.bytes)
    }
}
