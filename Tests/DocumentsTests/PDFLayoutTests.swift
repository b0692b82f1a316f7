import Testing

@testable import Documents

/// Where lines of text go on, and whose figures are where a table's lines do not tell.
@Suite(.enabled(if: PDFFile.canBeRead, "apt install mupdf-tools"))
struct PDFLayoutTests {
    private func texts(_ file: PDFFile) throws -> [String] {
        let document = try DocumentReader.read(file.bytes, name: "a.txt")
        document.expectInvariants()
        return document.blockTexts
    }

    private static let words = "本镇认真贯彻落实条例各项工作有序推进并及时向群众公布办理结果主动接受监督全年惠及群众"

    /// Lines from 60 points on, of which full ones end at 540, and a browser's foot that is wider.
    private func page(_ lines: [String], pitch: Double) -> PDFFile {
        var file = PDFFile()
        for (index, line) in lines.enumerated() { file.write(line, x: 60, y: 100 + Double(index) * pitch, size: 12) }
        file.write("file:///a/b/1.html", x: 24, y: 780, size: 8)
        file.write("1/2", x: 570, y: 780, size: 8)
        return file
    }

    /// A browser sets lines at 2.2 times the type's size, and parts no number and no mark from what they belong to.
    @Test(arguments: [16.0, 26.4, 30], ["七百五十六|人。", "756|人。", "|1436条，均已办结。"])
    func linesGoOnBesideANumber(pitch: Double, end: String) throws {
        let parts = end.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let full = String(Self.words.prefix(40))
        let last = Self.words.prefix(parts[0].isEmpty ? 39 : parts[0].count > 3 ? 34 : 37) + parts[0]
        let lines = [full, full, full, String(last), parts[1], "次段。"]
        #expect(try texts(page(lines, pitch: pitch)).first == lines.dropLast().joined())
    }

    /// Items of a list that ends nowhere with a mark, and headings, stay apart at whatever distance.
    @Test func linesThatEndBeforeTheMarginOrBeginAnItemStayApart() throws {
        let full = String(Self.words.prefix(40))
        let lines = [full, full, full, "二、主动公开政府信息情况", "1." + Self.words.prefix(38), "2." + Self.words.prefix(38)]
        let found = try texts(page(lines, pitch: 30))
        #expect(found.first == full + full + full)
        #expect(found.dropFirst().prefix(3) == lines[3...])
    }

    // MARK: Figures out of their cells

    /// A figure that a tab has pushed over the line before its cell, and the cell that it may be of.
    @Test func figuresThatBeginBeforeTheirCellAreNobodys() throws {
        var file = PDFFile()
        file.table([["规章", "", "", "3"]], x: 100, y: 100)
        file.write("72", x: 258, y: 114)
        #expect(try texts(file) == ["规章|\u{FFFD}|72\u{FFFD}|3"])
    }

    /// All figures of a row are in their neighbours' cells, and the last stands behind the table.
    @Test func rowsWithAFigureBehindTheTableAreUnread() throws {
        var file = PDFFile()
        file.table([["规章", "", "1", "2"], ["规范性文件", "1", "2", "3"]], x: 100, y: 100)
        file.write("345", x: 422, y: 114)
        #expect(try texts(file) == ["规章|\u{FFFD}|1\u{FFFD}|2\u{FFFD}\n规范性文件|1|2|3", "345"])
    }

    /// Figures of the words beside a table are theirs.
    @Test(arguments: [
        ["享受低保共", "144户，318人。"], ["12345热线1288件。", "206条。"], ["公开共", "12"], ["144", "户，318人。"], ["14 5", ""],
    ])
    func wordsBesideATableAreWhole(lines: [String]) throws {
        var file = PDFFile()
        file.table([["信箱", "45", "1"], ["热线", "21", "2"]], x: 100, y: 100)
        for (index, line) in lines.enumerated() { file.write(line, x: 350, y: 114 + Double(index) * 20) }
        let found = try texts(file)
        #expect(found.contains("信箱|45|1\n热线|21|2"))
        let beside = found.filter { !$0.contains("|") }.joined().filter { !$0.isWhitespace }
        #expect(beside == lines.joined().filter { !$0.isWhitespace })
    }

    // MARK: Tables with some of their lines

    /// Striped tables draw the lines between columns in every other row.
    @Test func rowsWithoutLinesHaveTheColumnsOfOthers() throws {
        var file = PDFFile()
        let rows = [["信息内容", "制发", "废止", "有效"], ["规章", "0", "", "3"], ["文件", "1", "2", "3"], ["其他", "4", "", "6"]]
        for (index, row) in rows.enumerated() {
            let top = 100 + Double(index) * 20
            file.line(100, top, 420, top)
            for (column, text) in row.enumerated() { file.write(text, x: 105 + Double(column) * 80, y: top + 14) }
            for x in index % 2 == 0 ? [100.0, 180, 260, 340, 420] : [100, 420] { file.line(x, top, x, top + 20) }
        }
        file.line(100, 180, 420, 180)
        #expect(try texts(file) == ["信息内容|制发|废止|有效\n规章|0||3\n文件|1|2|3\n其他|4||6"])
    }

    /// One text in a row without lines is one cell, and so is a sentence.
    @Test func cellsOverSeveralColumnsStayOne() throws {
        var file = PDFFile()
        let rows = [["信息内容", "制发", "废止", "有效"], ["第二十条第（一）项"], ["注：本表由各站所填报，每年一次，于年底汇总后公布。"]]
        for (index, row) in rows.enumerated() {
            let top = 100 + Double(index) * 20
            file.line(100, top, 420, top)
            for (column, text) in row.enumerated() { file.write(text, x: 105 + Double(column) * 80, y: top + 14) }
            for x in index == 0 ? [100.0, 180, 260, 340, 420] : [100, 420] { file.line(x, top, x, top + 20) }
        }
        file.line(100, 160, 420, 160)
        #expect(try texts(file) == ["信息内容|制发|废止|有效\n\(rows[1][0])|^|^|^\n\(rows[2][0])|^|^|^"])
    }

    /// Lines around a table and between its rows, and none between its columns.
    @Test func columnsAreToldByHeadingsWithinAFrame() throws {
        var file = PDFFile()
        let rows = [["信息内容", "本年制发", "本年废止", "现行有效"], ["规章", "0", "", "147"], ["规范性文件", "1", "", "12"]]
        for (index, row) in rows.enumerated() {
            let top = 100 + Double(index) * 20
            file.line(index == 0 ? 100 : 130, top, 500, top)
            for (column, text) in row.enumerated() { file.write(text, x: 105 + Double(column) * 100, y: top + 14) }
        }
        for (fromX, fromY, toX, toY) in [(100.0, 160.0, 500.0, 160.0), (100, 100, 100, 160), (500, 100, 500, 160)] {
            file.line(fromX, fromY, toX, toY)
        }
        #expect(try texts(file) == ["信息内容|本年制发|本年废止|现行有效\n规章|0||147\n规范性文件|1||12"])
    }

    /// Cells without lines and without room between them: a figure begins right behind a label that fills its own.
    @Test func figuresThatTouchTheirLabelAreTold() throws {
        var file = PDFFile()
        let rows = [
            ["信息内容", "本年", "有效"], ["一、新收", "7", "3"], ["二、上年", "8", "4"], ["三、部分公开（区", "6", "5"],
            ["四、结转", "9", "6"],
        ]
        for (index, row) in rows.enumerated() {
            for (column, text) in row.enumerated() {
                file.write(text, x: [60, 141, 222][column], y: 100 + Double(index) * 20)
            }
        }
        #expect(
            try texts(file) == ["信息内容|本年|有效\n一、新收|7|3\n二、上年|8|4\n三、部分公开（区|6|5\n四、结转|9|6"])
    }

    /// The rest of a label stands above the heading of the next chapter, and over the figures of its table.
    @Test func restOfALabelIsNoHeadingOfTheNextTable() throws {
        var file = PDFFile()
        let rows = [
            ["信息内容", "本年", "有效"], ["一、本年新收", "7", "3"], ["四、结转下年度继续办", "8", "4"], ["理"], ["四、行政复议、行政诉讼情况"],
            ["维持", "纠正", "总计"], ["0", "1", "1"],
        ]
        for (index, row) in rows.enumerated() {
            for (column, text) in row.enumerated() {
                file.write(text, x: [60, 200, 300][column], y: 100 + Double(index) * 16)
            }
        }
        #expect(
            try texts(file) == [
                "信息内容|本年|有效\n一、本年新收|7|3\n四、结转下年度继续办|8|4\n理||", "四、行政复议、行政诉讼情况", "维持|纠正|总计\n0|1|1",
            ])
    }

    /// A line behind the labels, and none between the columns of figures.
    @Test func columnsAreToldByHeadingsBesideALineBehindTheLabels() throws {
        var file = PDFFile()
        let rows = [
            ["行政复议", "维持", "纠正", "其他", "未审结", "合计"], ["一季度", "0", "5", "1", "2", "8"],
            ["二季度", "1", "4", "2", "2", "9"],
            ["三季度", "2", "", "3", "0", "5"], ["四季度", "3", "2", "4", "1", "10"],
        ]
        for (index, row) in rows.enumerated() {
            let top = 100 + Double(index) * 20
            file.line(100, top, 500, top)
            for (column, text) in row.enumerated() { file.write(text, x: 105 + Double(column) * 65, y: top + 14) }
        }
        file.line(100, 200, 500, 200)
        file.line(160, 100, 160, 200)
        #expect(try texts(file) == [rows.map { $0.joined(separator: "|") }.joined(separator: "\n")])
    }
}
