import Support
import Testing
import Values

@testable import Documents

/// Workbooks that are damaged, locked, or made to do harm.
@Suite struct HostileWorkbookTests {
    private static let sheet = WorkbookFile.Sheet("表2", [["项目", "数量"], ["规章", .number("1")], ["行政规范性文件", "2"]])

    private func error(_ bytes: [UInt8], _ name: String = "a") -> DocumentError? {
        do throws(DocumentError) {
            _ = try DocumentReader.read(bytes, name: name)
            return nil
        } catch { return error }
    }

    private func xlsx(replacing part: String, with content: String) -> [UInt8] {
        var workbook = WorkbookFile([Self.sheet])
        // Of two members of one name, the later counts.
        workbook.others = [(part, content)]
        return workbook.xlsx
    }

    @Test func macrosAndLinksAreNotLookedAt() throws {
        var workbook = WorkbookFile([Self.sheet])
        workbook.others = [
            ("xl/vbaProject.bin", "macro"), ("xl/externalLinks/externalLink1.xml", "<not xml"),
            ("xl/drawings/drawing1.xml", "<not xml"), ("Basic/Standard/Module1.xml", "<not xml"),
        ]
        for bytes in [workbook.xlsx, workbook.ods] {
            #expect(try DocumentReader.read(bytes, name: "a.xlsm").blockTexts[0] == "项目|数量\n规章|1\n行政规范性文件|2")
        }
    }

    @Test func encryptedODS() {
        var workbook = WorkbookFile([Self.sheet])
        workbook.others = [("META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>")]
        #expect(error(workbook.ods) == .encrypted(format: OpenDocumentSheets.format))
    }

    @Test func documentTypeIsRefused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">]><sst>&b;</sst>"
        #expect(
            error(xlsx(replacing: "xl/sharedStrings.xml", with: bomb)) == .documentType(part: "xl/sharedStrings.xml"))
    }

    @Test(arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"])
    func damagedParts(part: String) throws {
        let found = try #require(error(xlsx(replacing: part, with: "<a><b>")))
        guard case .damaged(let format, let detail) = found else { throw found }
        #expect(format == ExcelWorkbook.format && detail.hasPrefix("\(part):"))
    }

    @Test(arguments: ["XFE1", "A1048577", "A0", "5", "A99999999999999999999", "AAAAAAAAAAAAAAAAAAAA1"])
    func placesBeyondAnySheet(place: String) throws {
        let part = "<worksheet><sheetData><row><c r=\"\(place)\"><v>1</v></c></row></sheetData></worksheet>"
        guard case .damaged = error(xlsx(replacing: "xl/worksheets/sheet1.xml", with: part)) else {
            throw try #require(error([]))
        }
    }

    /// Without names of rows and cells they come one after the other; a stored text that is not there is no blank.
    @Test func placesThatAreNotNamed() throws {
        let part =
            "<worksheet><sheetData><row><c t=\"str\"><v>项目</v></c><c t=\"str\"><v>数量</v></c></row>"
            + "<row><c t=\"str\"><v>规章</v></c><c t=\"s\"><v>77</v></c></row></sheetData></worksheet>"
        let document = try DocumentReader.read(xlsx(replacing: "xl/worksheets/sheet1.xml", with: part), name: "a")
        #expect(document.blockTexts[0] == "项目|数量\n规章|\u{FFFC}")
    }

    @Test func deepElements() {
        let deep = String(repeating: "<a>", count: 400) + String(repeating: "</a>", count: 400)
        let part = "<worksheet><sheetData>\(deep)</sheetData></worksheet>"
        #expect(error(xlsx(replacing: "xl/worksheets/sheet1.xml", with: part)) == .limit(.elementDepth(256)))
    }

    @Test func emptyWorkbook() {
        let workbook = WorkbookFile([.init("Sheet1"), .init("Sheet2")])
        #expect(error(workbook.xlsx) == .noText(format: ExcelWorkbook.format))
        #expect(error(workbook.ods) == .noText(format: OpenDocumentSheets.format))
    }

    @Test func truncatedWorkbooksReadOrAreExplained() {
        Fixture.expectNoCrash(truncating: WorkbookFile([Self.sheet]).xlsx)
        Fixture.expectNoCrash(truncating: WorkbookFile([Self.sheet]).ods)
    }

    /// Two merged cells over each other, and one over all of a sheet.
    @Test func mergedCellsThatOverlap() throws {
        var sheet = Self.sheet
        sheet.merges = [.init(1, 0, rows: 2), .init(1, 0, rows: 2, columns: 2)]
        let rows = try DocumentReader.read(WorkbookFile([sheet]).xlsx, name: "a").blockTexts[0]
        #expect(rows == "项目|数量\n规章|1\n^|2")
    }

    @Test func missingOfficeIsNamedWithItsPackage() throws {
        let file = try FileContent([0x41], name: "a.xls", limits: Limits())
        let expected = DocumentError.converter(
            .missing(format: LegacySpreadsheet.format, packages: ["libreoffice-calc-nogui"]))
        #expect(throws: expected) {
            try LegacySpreadsheet.read(file, kind: .binary, limits: Limits(), programs: InstalledPrograms(folders: []))
        }
    }
}
