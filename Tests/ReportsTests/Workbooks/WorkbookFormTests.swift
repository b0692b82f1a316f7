import Catalogue
import Documents
import Foundation
import Support
import Testing
import Values

@testable import Reports

/// Reports with known figures as workbooks of every format: each cell must be read as what it is.
@Suite struct WorkbookFormTests {
    private static let title = "青禾县柳溪镇人民政府2022年政府信息公开工作年度报告"
    private let codebook: Codebook
    private let reader: ReportReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.reports()
    }

    /// Numbers are stored as numbers, as text, and as the values of formulas.
    private static func value(_ text: String) -> WorkbookFile.Value {
        guard let number = Int(text) else { return .text(text) }
        switch number % 3 {
        case 0: return .number(text)
        case 1: return .text(text)
        default: return .formula("\(text)+0", value: text)
        }
    }

    private func workbook(_ edition: String, isOneSheet: Bool, seed: UInt64) throws -> (WorkbookFile, [String: String])
    {
        let form = try #require(codebook.form(edition))
        let texts = SummedFigures(form, seed: seed).texts
        let printed = PrintedForm(form) { texts[$0] ?? "" }
        return (
            WorkbookFile(printed.sheets(title: Self.title, isOneSheet: isOneSheet, value: Self.value)), texts
        )
    }

    private func expectWhole(_ bytes: [UInt8], _ name: String, _ texts: [String: String], edition: String) throws {
        let report = try reader.read(DocumentReader.read(bytes, name: name), path: name)
        #expect(report.township == "柳溪镇" && report.year == 2022 && report.edition == edition, "\(name)")
        #expect(report.cellsRead == report.cellsExpected, "\(name)")
        let readings = Dictionary(
            report.figures.map { (codebook.indicators[$0.indicator].code, $0.reading) }, uniquingKeysWith: { $1 })
        for (code, text) in texts {
            #expect(try readings[code] == expected(code, text), "\(name) \(code) \(text)")
        }
    }

    private func expected(_ code: String, _ text: String) throws -> Reading {
        switch text {
        case "": return .blank
        case "/": return .notApplicable
        default:
            let unit = try #require(codebook.indicators.first { $0.code == code }?.unit)
            let scale = unit.scale * (code == "fees.amount" ? 10_000 : 1)
            return .reported(Amount(value: try #require(Int64(text)) * scale, precision: scale))
        }
    }

    @Test(arguments: ["2019", "2021"], [true, false])
    func everyCell(edition: String, isOneSheet: Bool) throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            let (workbook, texts) = try workbook(edition, isOneSheet: isOneSheet, seed: seed)
            try expectWhole(workbook.xlsx, "a.xlsx", texts, edition: edition)
            try expectWhole(workbook.ods, "a.ods", texts, edition: edition)
        }
    }

    /// What LibreOffice makes of the same workbook, and what it makes of that.
    @Test(
        .enabled(if: ExternalProgram.office != nil, "needs libreoffice-calc-nogui"), arguments: ["2019", "2021"])
    func everyCellThroughLibreOffice(edition: String) throws {
        let office = try #require(ExternalProgram.office)
        let folder = try Folder()
        let (workbook, texts) = try workbook(edition, isOneSheet: edition == "2019", seed: 9)
        try folder.write(Data(workbook.xlsx), to: "a.xlsx")
        for ending in ["xls", "ods"] {
            try office.convert(folder.url.appending(path: "a.xlsx"), to: ending, in: folder.url)
        }
        try office.convert(folder.url.appending(path: "a.ods"), to: "xlsx", in: folder.url.appending(path: "again"))
        try expectWhole([UInt8](folder.data("a.ods")), "a.ods", texts, edition: edition)
        try expectWhole([UInt8](folder.data("again/a.xlsx")), "b.xlsx", texts, edition: edition)
        for name in ["a.xls", "a.et"] { try expectWhole([UInt8](folder.data("a.xls")), name, texts, edition: edition) }
    }

    /// Rows and columns of another draft, hidden among those of the form, change nothing, and are told.
    @Test func hiddenRowsAndColumns() throws {
        var (workbook, texts) = try workbook("2021", isOneSheet: true, seed: 4)
        let all = workbook.sheets[0]
        var sheet = WorkbookFile.Sheet("表")
        let moved = { (row: Int, column: Int) in [row < 20 ? row : row + 1, column < 4 ? column : column + 1] }
        for (place, value) in all.cells {
            sheet.cells[moved(place[0], place[1])] = value
            sheet.cells[[20, moved(0, place[1])[1]]] = "9"
            sheet.cells[[moved(place[0], 0)[0], 4]] = "9"
        }
        for merge in all.merges {
            let (start, end) = (
                moved(merge.row, merge.column), moved(merge.row + merge.rows - 1, merge.column + merge.columns - 1)
            )
            sheet.merges.append(
                .init(start[0], start[1], rows: end[0] - start[0] + 1, columns: end[1] - start[1] + 1))
        }
        sheet.hiddenRows = [20]
        sheet.hiddenColumns = [4]
        workbook.sheets = [sheet]
        for (name, bytes) in [("a.xlsx", workbook.xlsx), ("a.ods", workbook.ods)] {
            try expectWhole(bytes, name, texts, edition: "2021")
            let report = try reader.read(DocumentReader.read(bytes, name: name), path: name)
            #expect(report.doubts.filter { $0.kind == .hiddenLeftOut }.map(\.found) == ["表!21:21", "表!E:E"])
        }
    }

    @Test func roundedFiguresAreDoubted() throws {
        var (workbook, _) = try workbook("2021", isOneSheet: true, seed: 5)
        let row = try #require(
            workbook.sheets[0].cells.first { if case .text("行政事业性收费") = $0.value { true } else { false } }?.key[0])
        workbook.sheets[0].cells[[row, 1]] = .number("12.345", format: "0.00\"万元\"", shown: "12.35万元")
        for bytes in [workbook.xlsx, workbook.ods] {
            let report = try reader.read(DocumentReader.read(bytes, name: "a"), path: "a")
            let doubt = try #require(report.doubts.first { $0.kind == .shownRounded })
            #expect(doubt.found == "12.35万元" && doubt.expected == "12.345")
            let fees = report.figures.first { codebook.indicators[$0.indicator].code == "fees.amount" }
            #expect(fees?.reading == .reported(Amount(value: 12_350_000, precision: 10_000)))
        }
    }
}
