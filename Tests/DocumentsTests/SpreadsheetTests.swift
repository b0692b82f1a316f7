import Support
import Testing

@testable import Documents

/// Both formats must show the same of the same workbook.
@Suite struct SpreadsheetTests {
    enum Format: CaseIterable { case xlsx, ods }

    private func bytes(_ workbook: WorkbookFile, _ format: Format) -> [UInt8] {
        format == .xlsx ? workbook.xlsx : workbook.ods
    }

    private func document(
        _ sheets: WorkbookFile.Sheet..., format: Format, limits: Limits = Limits()
    ) throws -> Document {
        let document = try OpenedFile(bytes(WorkbookFile(sheets), format), name: "a", limits: limits)
            .document(limits: limits)
        document.expectInvariants()
        return document
    }

    /// What the second row shows, whose first cell is a label.
    private func shown(_ values: [WorkbookFile.Value], _ format: Format) throws -> [String] {
        let head = values.map { _ in WorkbookFile.Value.text("数量") }
        let sheet = WorkbookFile.Sheet("表", [["项目"] + head, ["规章"] + values])
        let document = try document(sheet, format: format)
        guard case .table(let table) = document.blocks.first else { return [] }
        return table.rows[1].dropFirst().map { document.string($0.range) }
    }

    /// Ink that lies on no ground of its own colour is read; other ink is perhaps seen under a condition.
    @Test(arguments: Format.allCases)
    func inkThatIsNotSeenCannotBeRead(format: Format) throws {
        let looks: [WorkbookFile.Value] = [
            .marked("7", .white), .marked("7", .whiteOnBlue), .marked("7", .tiny),
            .runs([("9", .white), ("7", .plain)]), .marked("新收", .white),
        ]
        #expect(try shown(looks, format) == ["7\u{FFFC}", "7", "7\u{FFFC}", "9\u{FFFC}7", "新收"])
        // In the one, words come apart from the digits before them.
        let counted = try shown([.marked("12件", .white), .marked("１２", .white)], format)
        #expect(counted == [format == .xlsx ? "12件\u{FFFC}" : "12\u{FFFC}件", "１２\u{FFFC}"])
    }

    /// Only a solid fill is of its foreground's colour alone.
    @Test(arguments: ["gray125", "solid"])
    func inkOnPatterns(pattern: String) throws {
        let xml = """
            <styleSheet><fonts><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill>
            <patternFill patternType="\(pattern)"><fgColor rgb="FF000000"/></patternFill></fill></fills>
            <cellXfs><xf numFmtId="0" fontId="0" fillId="0"/></cellXfs></styleSheet>
            """
        let styles = ExcelStyles()
        try XMLEvents.read(
            Array(xml.utf8), part: "styles.xml", format: OpenDocumentSheets.format, limits: Limits(), by: styles)
        #expect(styles.style(0).look.isDoubtful == (pattern != "solid"))
    }

    /// Black on dots that are as dark together; on a few it is seen.
    @Test(arguments: ["gray125", "darkGray"])
    func inkOfTheColourOfDots(pattern: String) throws {
        let xml = """
            <styleSheet><fonts><font><color rgb="FF404040"/></font></fonts><fills><fill>
            <patternFill patternType="\(pattern)"><fgColor rgb="FF000000"/><bgColor rgb="FFFFFFFF"/></patternFill>
            </fill></fills><cellXfs><xf numFmtId="0" fontId="0" fillId="0"/></cellXfs></styleSheet>
            """
        let styles = ExcelStyles()
        try XMLEvents.read(
            Array(xml.utf8), part: "styles.xml", format: OpenDocumentSheets.format, limits: Limits(), by: styles)
        #expect(styles.style(0).look.isDoubtful == (pattern == "darkGray"))
    }

    /// The ink of a part of a cell's text lies on the cell's ground.
    @Test(arguments: [("#1f497d", "7"), ("#ffffff", "7\u{FFFC}")])
    func inkOfSpans(ground: String, shown: String) throws {
        let xml = """
            <content><styles><style name="cell" family="table-cell">
            <table-cell-properties background-color="\(ground)"/></style>
            <style name="ink" family="text"><text-properties color="#ffffff"/></style></styles>
            <spreadsheet><table><table-row><table-cell style-name="cell"><p><span style-name="ink">7</span></p>
            </table-cell></table-row></table></spreadsheet></content>
            """
        let reader = OpenDocumentWorkbook(Limits())
        try XMLEvents.read(
            Array(xml.utf8), part: "content.xml", format: OpenDocumentSheets.format, limits: Limits(), by: reader)
        let cell = try #require(reader.workbook.sheets.first?.cells.first)
        #expect(String(decoding: cell.text, as: UTF8.self) == shown)
    }

    @Test(arguments: Format.allCases)
    func sheetsAreTitlesAndTables(format: Format) throws {
        var sheet = WorkbookFile.Sheet(
            "表3",
            [
                ["青禾县柳溪镇2022年政府信息公开工作年度报告"], ["三、收到和处理政府信息公开申请情况"],
                ["（勾稽关系）", .blank, .blank, "申请人情况", .blank, .blank, .blank],
                [.blank, .blank, .blank, "自然人", "法人或其他组织", .blank, "总计"],
                [.blank, .blank, .blank, .blank, "商业\n企业", "其他"],
                ["一、本年新收", .blank, .blank, .number("3"), .blank, "/", .formula("SUM(D6:F6)", value: "3")],
                [
                    "三、本年度办理结果", "（一）予以公开", .blank, .number("1"), .number("0"), .number("0"), .number("1"),
                ],
                [.blank, "（三）不予公开", "1.属于国家秘密", "0", .number("0"), .number("0"), .number("0")],
            ])
        sheet.merges = [
            .init(0, 0, columns: 7), .init(2, 0, rows: 3, columns: 3), .init(2, 3, columns: 4), .init(3, 3, rows: 2),
            .init(3, 4, columns: 2), .init(3, 6, rows: 2), .init(5, 0, columns: 3), .init(6, 0, rows: 2),
            .init(6, 1, columns: 2),
        ]
        let document = try document(sheet, format: format)
        let rows = Fixture.requestsRows.replacing("商业企业", with: "商业 企业")
        #expect(document.blockTexts.filter { !$0.isEmpty } == ["青禾县柳溪镇2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", rows])
        #expect(document.string.hasPrefix("〔工作表 表3〕\n"))
        let three = try #require(document.text.offset(of: Array("\t3\t".utf8)))
        #expect(document.cellName(at: three + 1) == "表3!D6")
    }

    @Test(arguments: Format.allCases)
    func cellsOfEveryKind(format: Format) throws {
        let values: [(WorkbookFile.Value, String)] = [
            (.text("12"), "12"), (.text(" 12 "), " 12 "), (.number("12"), "12"), (.number("1.2E1"), "12"),
            (.formula("SUM(A1:A2)", value: "12"), "12"), (.error("#REF!"), "#REF!"), (.boolean(true), "TRUE"),
            (.day("44928", iso: "2023-01-02"), "2023-01-02"), (.marked("12", .struck), "1\u{336}2\u{336}"),
            (.marked("2", .raised), "²"), (.runs([("1372", .plain), ("2", .raised)]), "1372²"),
            (.runs([("9", .struck), ("13", .plain)]), "13"), (.text("a&b<c>\"d\""), "a&b<c>\"d\""),
        ].filter { if case .number("1.2E1", _, _) = $0.0 { format == .xlsx } else { true } }
        #expect(try shown(values.map(\.0), format) == values.map(\.1))
    }

    /// Its value is not known, and is not 0.
    @Test(arguments: Format.allCases)
    func formulaWithoutValue(format: Format) throws {
        #expect(try shown([.formula("SUM(A1:A2)", value: nil), "1"], format)[0].hasPrefix("="))
    }

    /// Who writes the file without computing asks whoever opens it to do so.
    @Test func uncomputedWorkbook() throws {
        var workbook = WorkbookFile([.init("表", [["a", "b"], ["规章", .formula("SUM(A1:A2)", value: "0")]])])
        workbook.isUncomputed = true
        let document = try DocumentReader.read(workbook.xlsx, name: "a.xlsx")
        #expect(document.blockTexts[0] == "a|b\n规章|=SUM(A1:A2)")
    }

    @Test(arguments: [
        ("139.6", "0.00\"万元\"", "139.60万元", false), ("1234567", "#,##0", "1,234,567", false),
        ("0.125", "0.0%", "12.5%", false), ("0.3", "0", "0", true), ("12.345", "0.00", "12.35", true),
        ("139.59999999999999", "General", "139.6", false), ("0.30000000000000004", "0.0", "0.3", false),
        ("1396000", "0\\.0,\"万\"", "139.6万", false), ("5", "0;[Red]0", "5", false), ("-5", "0;[Red]0", "-5", false),
        ("-5", "#,##0_);(#,##0)", "-5", false), ("0", "#,##0;-#,##0;\"-\"", "0", false), ("0", "0;-0;;@", "0", false),
        ("7", ";;;", "\u{FFFC}", false), ("0", "#", "0", false), ("12", "@", "12", false),
        ("12", "[DBNum1][$-804]General", "12", false), ("12", "[>10]0\"多\";0", "12多", false),
        ("1.5", "# ?/?", "1.5", false), ("1500", "0.0E+00", "1500", false), ("9.995", "0.00", "10.00", true),
        ("99.5", "0", "100", true), ("1200", "0,", "1", true), ("5000", "0,", "5", true),
        ("5000", "0,\"千\"", "5千", false), ("12", "0\"件\"", "12件", false),
        ("44928", "m\"月\"d\"日\"", "2023-01-02", false), ("44928.5", "yyyy/m/d h:mm", "2023-01-02 12:00", false),
        ("0.75", "h:mm", "18:00", false), ("59", "yyyy-m-d", "1900-02-28", false),
        ("61", "yyyy-m-d", "1900-03-01", false),
        ("7", "[>5]\"多\";0", "\u{FFFC}", false), ("3", "[>5]\"多\";0", "3", false),
        ("7", "[<5]0;[<=9]0\"件\";0.0", "7件", false), ("-1", "yyyy-m-d", "\u{FFFC}", false),
        ("1E-7", "General", "0.0000001", false), ("abc", "0", "abc", false),
        ("12", "0\"" + String(repeating: "多", count: 253) + "\"", "12", false),
    ])
    func numbersAreTakenAsShown(stored: String, code: String, text: String, isRounded: Bool) throws {
        let sheet = WorkbookFile.Sheet("表", [["a", "b"], ["规章", .number(stored, format: code)]])
        let document = try document(sheet, format: .xlsx)
        #expect(document.blockTexts[0] == "a|b\n规章|\(text)")
        let rounded = document.notices.compactMap { notice in
            if case .shownRounded(let shown, let stored, _) = notice { [shown, stored] } else { nil }
        }
        #expect(rounded == (isRounded ? [[text, stored]] : []))
    }

    @Test func roundedNumbersOfODS() throws {
        let values: [WorkbookFile.Value] = [
            .number("12.345", shown: "12.35"), .number("0.125", shown: "0.13"), .number("1234567", shown: "1,234,567"),
            .number("139.6", shown: "139.60万元"), .number("0", shown: "-"), .number("7", shown: ""),
        ]
        let document = try document(WorkbookFile.Sheet("表", [values.map { _ in "数" }, values]), format: .ods)
        #expect(document.blockTexts[0].split(separator: "\n")[1] == "12.35|0.13|1,234,567|139.60万元|0|\u{FFFC}")
        #expect(document.notices.count == 2)
    }

    /// Two values of one cell, a cell that stands there twice, and what other programs have added to one.
    @Test(arguments: [
        ("<c r=\"B1\"><v>7</v><v>8</v></c>", ["\u{FFFC}"]),
        ("<c r=\"B1\"><v>7</v></c><c r=\"B1\"><v>8</v></c>", ["\u{FFFC}"]),
        ("<c r=\"B1\"><v>7</v></c><c r=\"C1\"><v>1</v></c><c r=\"B1\"><v>7</v></c>", ["7", "1"]),
        ("<c r=\"B1\"><extLst><ext><v>9</v></ext></extLst><v>7</v></c>", ["7"]),
        ("<c r=\"B1\" t=\"inlineStr\"><extLst><is><t>9</t></is></extLst><is><t>7</t></is></c>", ["7"]),
    ])
    func cellsAgainstTheSchema(cells: String, shown: [String]) throws {
        let limits = Limits()
        let sheet = ExcelSheet(
            Workbook.Sheet(name: "表"), strings: [], styles: ExcelStyles(), index: ExcelIndex(),
            budget: SheetBudget(limits))
        let xml = "<worksheet><sheetData><row r=\"1\">\(cells)</row></sheetData></worksheet>"
        try XMLEvents.read(
            Array(xml.utf8), part: "a.xml", format: ExcelWorkbook.format, limits: limits, by: sheet)
        #expect(sheet.finished().cells.map { String(decoding: $0.text, as: UTF8.self) } == shown)
    }

    @Test func daysFrom1904() throws {
        var workbook = WorkbookFile([.init("表", [["a", "b"], ["日期", .day("43466", iso: "")]])])
        workbook.startsIn1904 = true
        #expect(try DocumentReader.read(workbook.xlsx, name: "a").blockTexts[0] == "a|b\n日期|2023-01-02")
    }

    /// A chapter beside its heading is prose; a long note beside a figure is none.
    @Test(arguments: Format.allCases)
    func chaptersBesideTheirHeadings(format: Format) throws {
        let long = String(repeating: "我镇推进政务公开。", count: 20)
        let sheet = WorkbookFile.Sheet(
            "表", [["一、总体情况", .text(long)], ["项目", "数量", "备注"], ["规章", "1", .text(long)], ["合计", .text(long)]])
        let document = try document(sheet, format: format)
        #expect(document.blockTexts.filter { !$0.isEmpty }.map { $0.prefix(6) } == ["一、总体情况", "我镇推进政务", "项目|数量|"])
    }

    // MARK: Hidden

    @Test(arguments: Format.allCases)
    func whatIsHiddenIsLeftOutAndNamed(format: Format) throws {
        var sheet = WorkbookFile.Sheet(
            "表2", [["项目", "旧", "数量"], ["规章", "9", "1"], ["隐藏", "9", "9"], ["规范性文件", "9", "2"]])
        sheet.hiddenRows = [2, 7]
        sheet.hiddenColumns = [1, 5]
        var old = WorkbookFile.Sheet("旧表", [["规章", "9"]])
        old.isHidden = true
        var empty = WorkbookFile.Sheet("空")
        empty.isHidden = true
        let document = try document(old, sheet, empty, format: format)
        #expect(document.blockTexts.filter { !$0.isEmpty } == ["项目|数量\n规章|1\n规范性文件|2"])
        #expect(
            document.notices == [
                .hiddenLeftOut(name: "旧表", position: nil), .hiddenLeftOut(name: "表2!3:3", position: 0),
                .hiddenLeftOut(name: "表2!B:B", position: 0),
            ])
        #expect(document.sheets.map(\.name) == ["表2"])
    }

    /// A merged cell whose first row or column is hidden shows in the others.
    @Test(arguments: Format.allCases)
    func mergedCellsOverHiddenRows(format: Format) throws {
        var sheet = WorkbookFile.Sheet("表", [["组", "a", "1"], [.blank, "b", "2"], [.blank, "c", "3"]])
        sheet.merges = [.init(0, 0, rows: 3)]
        sheet.hiddenRows = [0]
        #expect(try document(sheet, format: format).blockTexts[0] == "组|b|2\n^|c|3")
    }

    // MARK: Limits

    @Test(arguments: Format.allCases)
    func limitsHold(format: Format) throws {
        let rows = (0..<20).map { row in (0..<10).map { WorkbookFile.Value.text("\(row) \($0)") } }
        func error(_ change: (inout Limits) -> Void) -> DocumentError? {
            var limits = Limits()
            change(&limits)
            do {
                _ = try document(WorkbookFile.Sheet("表", rows), format: format, limits: limits)
                return nil
            } catch { return error as? DocumentError }
        }
        #expect(error { $0.tableCells = 200 } == nil)
        #expect(error { $0.tableCells = 199 } == .limit(.sheetCells(199)))
        #expect(error { $0.sheetBytes = 100 } == .limit(.sheetBytes(100)))
        if format == .xlsx { #expect(error { $0.sharedStrings = 199 } == .limit(.sharedStrings(199))) }
    }

    /// A few bytes that ask for a cell in each place of a sheet.
    @Test func repeatedCellsAreCounted() throws {
        let cell =
            "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>9</text:p>"
        var workbook = WorkbookFile([.init("表", [["a"]])])
        let whole = String(decoding: workbook.ods, as: UTF8.self)
        let start = try #require(whole.range(of: "<office:document-content")?.lowerBound)
        let end = try #require(whole.range(of: "</office:document-content>")?.upperBound)
        let content = String(whole[start..<end]).replacing(
            "<table:table-row>",
            with: "<table:table-row table:number-rows-repeated=\"99999999999\">\(cell)</table:table-cell>")
        workbook.others = []
        let file = StoredZip.make([("mimetype", OpenDocumentSheets.mediaType), ("content.xml", content)])
        #expect(throws: DocumentError.limit(.sheetCells(200_000))) { try DocumentReader.read(file, name: "a.ods") }
    }

    /// One cell in the last place of a sheet takes no more room than any other.
    @Test func cellsFarApart() throws {
        var sheet = WorkbookFile.Sheet("表", [["a", "b"], ["规章", "1"]])
        sheet.merges = [.init(0, 0), .init(1000, 0, rows: 1_000_000, columns: 26)]
        let bytes = WorkbookFile([sheet]).xlsx
        #expect(try DocumentReader.read(bytes, name: "a").blockTexts[0] == "a|b\n规章|1")
    }
}
