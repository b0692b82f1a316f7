import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Workbooks that hold the reports of several townships or years.
@Suite struct SeveralReportsTests {
    private let codebook: Codebook
    private let reader: ReportReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.reports()
    }

    private func sheets(_ title: String, _ name: String, seed: UInt64, isOneSheet: Bool = true) throws
        -> [WorkbookFile.Sheet]
    {
        let form = try #require(codebook.form("2021"))
        let texts = SummedFigures(form, seed: seed).texts
        var sheets = PrintedForm(form) { texts[$0] ?? "" }
            .sheets(title: title, isOneSheet: isOneSheet) { .text($0) }
        for number in sheets.indices { sheets[number].name = isOneSheet ? name : "\(name)\(number + 2)" }
        return sheets
    }

    private func read(
        _ sheets: [WorkbookFile.Sheet], path: String = "各乡镇年报.xlsx", override: IdentityOverride = IdentityOverride()
    ) throws -> [ReportPart] {
        let document = try DocumentReader.read(WorkbookFile(sheets).xlsx, name: path)
        return reader.readAll(document, path: path, override: override)
    }

    private func words(_ parts: [ReportPart]) -> [String] {
        parts.map { part in
            switch part.result {
            case .success(let report):
                "\(part.sheet ?? "-"): \(report.county)/\(report.township) \(report.year) \(report.cellsRead)"
            case .failure(let error): "\(part.sheet ?? "-"): \(error)"
            }
        }
    }

    /// The title names only the year, and the sheet the township.
    @Test func aSheetEach() throws {
        let title = "2022年政府信息公开工作年度报告"
        let all = try sheets(title, "柳溪镇", seed: 1) + sheets(title, "石桥乡", seed: 2) + sheets(title, "3.望湖街道", seed: 3)
        let parts = try read(all, path: "青禾县/各乡镇年报.xlsx")
        #expect(
            words(parts) == [
                "柳溪镇: 青禾县/柳溪镇 2022 200", "石桥乡: 青禾县/石桥乡 2022 200", "3.望湖街道: 青禾县/望湖街道 2022 200",
            ])
        let document = try DocumentReader.read(WorkbookFile(all).xlsx, name: "a")
        for part in parts {
            let report = try part.result.get()
            let sheet = try #require(document.sheets.first { $0.name == part.sheet })
            #expect(report.figures.allSatisfy { sheet.range.contains($0.range.lowerBound) })
            let position = try #require(report.figures.map(\.range.lowerBound).min())
            let again = try reader.read(
                document, at: position, path: "青禾县/各乡镇年报.xlsx", override: IdentityOverride())
            #expect(again.figures == report.figures && again.township == report.township)
        }
    }

    @Test func threeSheetsEach() throws {
        let all =
            try sheets("青禾县柳溪镇2022年政府信息公开工作年度报告", "柳溪镇表", seed: 1, isOneSheet: false)
            + sheets("青禾县石桥乡2022年政府信息公开工作年度报告", "石桥乡表", seed: 2, isOneSheet: false)
        #expect(words(try read(all)) == ["柳溪镇表2: 青禾县/柳溪镇 2022 200", "石桥乡表2: 青禾县/石桥乡 2022 200"])
        let mixed = [all[0], all[3], all[1], all[4], all[2], all[5]]
        #expect(words(try read(mixed)) == words(try read(all)))
    }

    @Test func aSheetForEachYear() throws {
        let all = try sheets("政府信息公开统计表", "2021", seed: 1) + sheets("政府信息公开统计表", "2022年", seed: 2)
        let parts = try read(all, path: "青禾县柳溪镇年报.xlsx")
        #expect(words(parts) == ["2021: 青禾县/柳溪镇 2021 200", "2022年: 青禾县/柳溪镇 2022 200"])
    }

    /// The county's own sheet, notes, and what is hidden.
    @Test func sheetsThatAreNoTownships() throws {
        var hidden = WorkbookFile.Sheet("古渡镇", [["a", "1"]])
        hidden.isHidden = true
        let all =
            try [WorkbookFile.Sheet("填表说明", [["请按公开条例填报，全县共收到申请100件。"]])]
            + sheets("青禾县2022年政府信息公开工作年度报告", "汇总", seed: 1)
            + sheets("青禾县柳溪镇2022年政府信息公开工作年度报告", "1", seed: 2)
            + sheets("青禾县石桥乡2022年政府信息公开工作年度报告", "2", seed: 3) + [hidden]
        let parts = try read(all, path: "柳溪镇/a.xlsx")
        #expect(
            words(parts) == [
                "汇总: notOfATownship(title: \"青禾县2022年政府信息公开工作年度报告\")", "1: 青禾县/柳溪镇 2022 200",
                "2: 青禾县/石桥乡 2022 200",
            ])
        let doubts = try parts[1].result.get().doubts
        #expect(doubts.contains { $0.kind == .sheetLeftOut && $0.found == "填表说明" })
        #expect(doubts.contains { $0.kind == .hiddenLeftOut && $0.found == "古渡镇" })
    }

    /// A sheet with a township a row beside the townships' own sheets is a summary of these, and none of their figures
    /// is lost for it.
    @Test(arguments: [0, 1, 2]) func summaryBesideTheReports(place: Int) throws {
        var all = try ["柳溪镇", "石桥乡"].enumerated().flatMap { number, town in
            try sheets("青禾县\(town)2022年政府信息公开工作年度报告", town, seed: UInt64(number + 1))
        }
        let rows: [[WorkbookFile.Value]] = [
            ["青禾县2022年汇总"], ["乡镇", "行政许可", "行政处罚"], ["柳溪镇", "99999", "2"], ["石桥乡", "3", "4"],
        ]
        all.insert(WorkbookFile.Sheet("汇总", rows), at: place)
        let parts = try read(all)
        #expect(words(parts) == ["柳溪镇: 青禾县/柳溪镇 2022 200", "石桥乡: 青禾县/石桥乡 2022 200"])
        let report = try #require(try parts.first?.result.get())
        #expect(report.doubts.contains { $0.kind == .sheetLeftOut && $0.found == "汇总" })
        let document = try DocumentReader.read(WorkbookFile(all).xlsx, name: "a")
        let again = try reader.read(
            document, at: report.figures.first?.range.lowerBound, path: "各乡镇年报.xlsx", override: IdentityOverride())
        #expect(again.township == "柳溪镇" && again.cellsRead == 200)
    }

    /// Two sheets of one township and year are not told apart, unless they say the same.
    @Test func rivals() throws {
        let title = "青禾县柳溪镇2022年政府信息公开工作年度报告"
        let all = try sheets(title, "终稿", seed: 1) + sheets(title, "终稿 (2)", seed: 2)
        let error = "severalSheets(names: [\"终稿\", \"终稿 (2)\"])"
        #expect(words(try read(all)) == ["终稿: \(error)", "终稿 (2): \(error)"])
        let copies = try sheets(title, "终稿", seed: 1) + sheets(title, "终稿 (2)", seed: 1)
        #expect(words(try read(copies)) == ["终稿: 青禾县/柳溪镇 2022 200"])
    }

    /// Whose report it is was said for the file, which cannot be for both.
    @Test func oneNameForTwoTownships() throws {
        let all =
            try sheets("2022年政府信息公开工作年度报告", "柳溪镇", seed: 1)
            + sheets("2022年政府信息公开工作年度报告", "石桥乡", seed: 2)
        let parts = try read(all, override: IdentityOverride(township: "望湖街道"))
        #expect(words(parts).allSatisfy { $0.contains("severalSheets") } && parts.count == 2)
    }

    /// A report of one township that another's name stands in stays one.
    @Test func copiedTitleSplitsNothing() throws {
        var all = try sheets("青禾县柳溪镇2022年政府信息公开工作年度报告", "表", seed: 1, isOneSheet: false)
        all[1].cells[[0, 0]] = "三、收到和处理政府信息公开申请情况"
        all.append(.init("附", [["石桥乡人民政府2022年3月公布"]]))
        #expect(words(try read(all)) == ["-: 青禾县/柳溪镇 2022 200"])
    }

    /// The sheet of one table, under a title.
    private func sheet(_ table: Int, _ title: String, _ name: String, seed: UInt64) throws -> WorkbookFile.Sheet {
        var sheet = try sheets(title, name, seed: seed, isOneSheet: false)[table - 2]
        sheet.cells[[0, 0]] = .text(title)
        sheet.name = name
        return sheet
    }

    /// Tables of two townships or years are two reports, though none stands twice.
    @Test func differentTablesOfTwoTownships() throws {
        let one = try sheet(2, "青禾县柳溪镇2022年政府信息公开工作年度报告", "柳溪镇", seed: 1)
        let other = try sheet(3, "青禾县石桥乡2022年政府信息公开工作年度报告", "石桥乡", seed: 2)
        #expect(words(try read([one, other])) == ["柳溪镇: 青禾县/柳溪镇 2022 10", "石桥乡: 青禾县/石桥乡 2022 175"])
        let last = try sheet(3, "青禾县柳溪镇2021年政府信息公开工作年度报告", "表三", seed: 2)
        #expect(words(try read([one, last])) == ["柳溪镇: 青禾县/柳溪镇 2022 10", "表三: 青禾县/柳溪镇 2021 175"])
        let untitled = try [sheet(2, "统计表", "柳溪镇", seed: 1), sheet(3, "统计表", "石桥乡", seed: 2)]
        let parts = try read(untitled, override: IdentityOverride(county: "青禾县", year: 2022))
        #expect(words(parts) == ["柳溪镇: 青禾县/柳溪镇 2022 10", "石桥乡: 青禾县/石桥乡 2022 175"])
    }

    /// Names that the text contradicts are said to do so, whether or not the same table stands in both sheets.
    @Test func namesThatTheTextContradicts() throws {
        let title = "青禾县柳溪镇2022年政府信息公开工作年度报告"
        let error = ReportError.sheetsContradicted(names: ["石桥乡"], township: "柳溪镇", year: 2022)
        let all = try sheets(title, "柳溪镇", seed: 1) + sheets(title, "石桥乡", seed: 2)
        #expect(words(try read(all)) == ["柳溪镇: \(error)", "石桥乡: \(error)"])
        #expect(error.explanation.zh.contains("表名") && error.explanation.en.contains("names contradict"))
        let parts = try [sheet(2, title, "柳溪镇", seed: 1), sheet(3, title, "石桥乡", seed: 2)]
        #expect(words(try read(parts)).allSatisfy { $0.contains("sheetsContradicted") })
        let years = try sheets(title, "2022年", seed: 1) + sheets(title, "2023年", seed: 2)
        #expect(words(try read(years)).allSatisfy { $0.contains("sheetsContradicted(names: [\"2023年\"]") })
    }

    @Test(arguments: ["柳溪镇", "青禾县柳溪镇2022年政府信息公开年报"]) func nameOfTheOnlySheet(name: String) throws {
        let all = try sheets("2022年度政府信息公开统计表", name, seed: 1)
        let report = try #require(try read(all, path: "报送/统计表.xlsx").first?.result.get())
        #expect(report.township == "柳溪镇" && report.year == 2022)
        let other = try #require(try read(all, path: "石桥乡2022.xlsx").first?.result.get())
        #expect(other.township == "柳溪镇" && other.doubts.contains { $0.kind == .bodiesDisagree && $0.found == "石桥乡" })
    }
}
