import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// Documents that are not the report of one township and one year are not taken for one.
@Suite struct OtherBodiesTests {
    private func form(_ value: String) throws -> String {
        PrintedForm(try #require(LoadedCatalogue.codebook().form("2021"))) { _ in value }.text(.tabs)
    }

    @Test func twoReportsInOneFileAreRefused() throws {
        let text = "松溪县白石镇2023年政府信息公开工作年度报告\n\(try form("1"))\n松溪县白石镇2022年政府信息公开工作年度报告\n\(try form("2"))"
        #expect(throws: ReportError.severalReports) { try ReadCells(Array(text.utf8), name: "a.txt") }
    }

    @Test func sameTablesTwiceAreOneReport() throws {
        let text = "松溪县白石镇2023年政府信息公开工作年度报告\n\(try form("1"))\n\(try form("1"))"
        #expect(try ReadCells(Array(text.utf8), name: "a.txt").report.cellsRead == 200)
    }

    @Test func reportOfACountyIsNamed() throws {
        let title = "松溪县人民政府2023年政府信息公开工作年度报告"
        #expect(throws: ReportError.notOfATownship(title: title)) {
            try ReadCells(Array("\(title)\n\(try form("1"))".utf8), name: "a.txt")
        }
    }
}
