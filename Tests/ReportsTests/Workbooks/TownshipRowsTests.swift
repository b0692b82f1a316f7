import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Tables with a township in each row.
@Suite struct TownshipRowsTests {
    private let codebook: Codebook
    private let reader: ReportReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.reports()
    }

    private func read(_ sheets: [WorkbookFile.Sheet], path: String = "青禾县/2022年汇总表.xlsx") throws -> [ReportPart] {
        let document = try DocumentReader.read(WorkbookFile(sheets).xlsx, name: path)
        return reader.readAll(document, path: path)
    }

    /// `licensing.decisions 3, …`
    private func figures(_ part: ReportPart) throws -> String {
        try part.result.get().figures.map { figure in
            let word: String =
                switch figure.reading {
                case .reported(let amount): "\(amount.value)"
                default: figure.reading.state.rawValue
                }
            return "\(codebook.indicators[figure.indicator].code) \(word)"
        }.joined(separator: ", ")
    }

    private var sheet: WorkbookFile.Sheet {
        var sheet = WorkbookFile.Sheet(
            "表",
            [
                ["青禾县2022年政府信息公开统计表"],
                ["序号", "乡镇", "行政许可", "行政处罚", "收费金额（万元）", "一、本年新收政府信息公开申请数量", .blank, .blank, "备注"],
                [.blank, .blank, .blank, .blank, .blank, "自然人", "商业企业", "总计"],
                [.number("1"), "柳溪镇", .number("3"), .blank, .number("1.5"), .number("4"), "/", .number("4"), "无误"],
                [.number("2"), "石桥乡", .number("0"), .number("5"), .number("0"), .number("1"), .number("1"), "2件"],
                [.blank, "合计", .number("3"), .number("5"), .number("1.5"), .number("5"), .number("1"), .number("6")],
            ])
        sheet.merges =
            [.init(0, 0, columns: 9), .init(1, 5, columns: 3)]
            + [0, 1, 2, 3, 4, 8].map { .init(1, $0, rows: 2) }
        sheet.cells[[1, 4]] = "行政事业性收费（万元）"
        return sheet
    }

    @Test func headersNameTheCells() throws {
        let parts = try read([sheet])
        #expect(parts.map(\.sheet) == ["柳溪镇", "石桥乡"])
        #expect(
            try figures(parts[0])
                == "licensing.decisions 3, penalties.decisions blank, fees.amount 1500000, "
                + "requests.received.natural_person 4, requests.received.business not_applicable, "
                + "requests.received.total 4"
        )
        #expect(
            try figures(parts[1]).hasSuffix(
                "requests.received.natural_person 1, requests.received.business 1, requests.received.total 2"))
        let report = try parts[1].result.get()
        #expect(report.county == "青禾县" && report.year == 2022 && report.cellsRead == 6)
        #expect(report.doubts.contains { $0.kind == .missingTable && $0.expected.contains("复议") })
    }

    /// Row and column of the form in one header, and the labels that this program exports.
    @Test(arguments: ["规范性文件·现行有效件数", "行政规范性文件-现行有效件数", "行政规范性文件现行有效件数"])
    func headersInOneLine(header: String) throws {
        let rows: [[WorkbookFile.Value]] = [
            ["单位", .text(header), "行政许可", "行政处罚"], ["柳溪镇", "7", "1", "2"], ["石桥乡", "8", "1", "2"],
        ]
        let parts = try read([.init("表", rows)])
        let found = try figures(parts[0])
        #expect(found == "normative_documents.in_force 7, licensing.decisions 1, penalties.decisions 2")
    }

    /// 其他 and 总计 alone could be of many cells, and so could what stands there twice.
    @Test func headersThatLeaveADoubt() throws {
        let rows: [[WorkbookFile.Value]] = [
            ["单位", "其他", "总计", "行政许可", "行政许可", "行政处罚"], ["柳溪镇", "1", "2", "3", "4", "5"],
            ["石桥乡", "1", "2", "3", "4", "5"],
        ]
        let error = ReportError.townshipsInRows(count: 2, headers: ["其他", "总计", "行政许可", "行政许可"])
        #expect(throws: error) { try read([.init("表", rows)])[0].result.get() }
        #expect(error.explanation.zh.contains("2 个") && error.explanation.en.contains("2 rows"))
        let more: [[WorkbookFile.Value]] = [
            ["单位", "其他", "行政许可", "行政处罚"], ["柳溪镇", "1", "3", "5"], ["石桥乡", "1", "3", "5"],
        ]
        let parts = try read([.init("表", more)])
        #expect(try figures(parts[0]) == "licensing.decisions 3, penalties.decisions 5")
        #expect(try parts[0].result.get().doubts.contains { $0.kind == .unknownColumn && $0.found == "其他" })
    }

    /// A sheet for each table of the form, and one township twice.
    @Test func severalTables() throws {
        let first: [[WorkbookFile.Value]] = [["单位", "行政许可"], ["柳溪镇", "1"], ["石桥乡", "2"]]
        let second: [[WorkbookFile.Value]] = [["单位", "行政处罚"], ["石桥乡", "4"], ["柳溪镇", "3"]]
        let parts = try read([.init("表1", first), .init("表2", second)])
        #expect(try figures(parts[0]) == "licensing.decisions 1, penalties.decisions 3")
        #expect(try figures(parts[1]) == "licensing.decisions 2, penalties.decisions 4")
        let twice = try read([.init("表1", first + [["柳溪镇", "9"]])])
        let rows = [RowName(cell: "表1!A2", line: 3, says: "柳溪镇"), RowName(cell: "表1!A4", line: 5, says: "柳溪镇")]
        #expect(throws: ReportError.rowsUnclear(rows: rows)) { try twice[0].result.get() }
    }

    @Test func commaSeparated() throws {
        let text = "2022年政府信息公开,,\n单位,行政许可,行政处罚\n柳溪镇,1,2\n石桥乡,3,4\n"
        let document = try DocumentReader.read(Array(text.utf8), name: "2022.csv")
        let parts = reader.readAll(document, path: "2022.csv")
        #expect(
            try parts.map(figures) == [
                "licensing.decisions 1, penalties.decisions 2", "licensing.decisions 3, penalties.decisions 4",
            ])
    }
}
