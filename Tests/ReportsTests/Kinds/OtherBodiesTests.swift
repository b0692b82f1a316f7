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
        let error = try #require(throws: ReportError.self) { try ReadCells(Array(text.utf8), name: "a.txt") }
        guard case .severalReports(let parts) = error else { throw error }
        #expect(parts.map(\.says) == text.split(separator: "\n").filter { $0.hasSuffix("年度报告") }.map(String.init))
        #expect(parts.first?.line == 1 && error.explanation.en.contains("line 1 '松溪县白石镇2023年"))
    }

    /// Where titles do not tell, the line above the copy does, or the first row that differs.
    @Test(arguments: ["附：2022年情况", ""])
    func whereTheSecondBegins(between: String) throws {
        let text = "松溪县白石镇2023年政府信息公开工作年度报告\n\(try form("1"))\n\(between)\n\(try form("2"))"
        let error = try #require(throws: ReportError.self) { try ReadCells(Array(text.utf8), name: "a.txt") }
        guard case .severalReports(let parts) = error else { throw error }
        #expect(parts.map(\.says) == [between.isEmpty ? "规章" : between])
    }

    @Test func sameTablesTwiceAreOneReport() throws {
        let text = "松溪县白石镇2023年政府信息公开工作年度报告\n\(try form("1"))\n\(try form("1"))"
        #expect(try ReadCells(Array(text.utf8), name: "a.txt").report.cellsRead == 200)
    }

    @Test(arguments: [
        "松溪县白石镇、青石乡2023年政府信息公开工作年度报告", "松溪县白石镇和青石乡2023年政府信息公开工作年度报告", "2023年白石镇人民政府、青石乡人民政府政府信息公开工作年度报告",
    ])
    func jointReportIsNobodysAlone(title: String) throws {
        let text = Array("\(title)\n\(try form("1"))".utf8)
        #expect(throws: ReportError.jointReport(names: ["白石镇", "青石乡"])) { try ReadCells(text, name: "a.txt") }
        let document = try DocumentReader.read(text, name: "a.txt")
        let named = try Shared.reports().read(document, path: "a.txt", override: .init(township: "白石镇"))
        #expect(named.township == "白石镇")
    }

    @Test(arguments: [
        ("中共松溪县白石镇委员会、白石镇人民政府", "白石镇"), ("松溪县和平镇", "和平镇"), ("松溪县兴和镇人民政府", "兴和镇"), ("松溪县城南办事处、城南园区", "城南办事处"),
    ])
    func oneBodyByTwoNames(body: String, township: String) throws {
        let text = Array("\(body)2023年政府信息公开工作年度报告\n\(try form("1"))".utf8)
        #expect(try ReadCells(text, name: "a.txt").report.township == township)
    }

    @Test func reportOfACountyIsNamed() throws {
        let title = "松溪县人民政府2023年政府信息公开工作年度报告"
        #expect(throws: ReportError.notOfATownship(title: title)) {
            try ReadCells(Array("\(title)\n\(try form("1"))".utf8), name: "a.txt")
        }
    }
}
