import Catalogue
import Documents
import Foundation
import Support
import Testing
import Values

@testable import Reports

/// The same report in every format that offices send must give the same figures, cell by cell.
@Suite struct FormatsTests {
    private let codebook: Codebook
    private let reader: ReportReader
    private let folder: Folder

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.reports()
        folder = try Folder()
    }

    /// A form in which every cell has a number of its own, but for some that are blank and one that does not apply.
    private func page(_ edition: String) throws -> (html: String, expected: [Indicator.ID: Reading]) {
        let form = try #require(codebook.form(edition))
        var expected: [Indicator.ID: Reading] = [:]
        let filled = PrintedForm(form) { code in
            let id = codebook.indicators.id(of: code) ?? codebook.indicators.startIndex
            let place = id.place
            let isMoney = codebook.indicators[id].unit == .yuan
            if place % 17 == 3, !isMoney {
                expected[id] = .blank
                return ""
            }
            if place % 29 == 4, !isMoney {
                expected[id] = .notApplicable
                return "/"
            }
            let isIn10000 = ["fees.amount", "request_fees.amount", "funds.amount"].contains(code)
            let scale = codebook.indicators[id].unit.scale * (isIn10000 ? 10_000 : 1)
            expected[id] = .reported(Amount(value: Int64(place) * scale, precision: scale))
            return "\(place)"
        }
        let title = "青禾县柳溪镇人民政府2020年政府信息公开工作年度报告"
        return (filled.html(title: title), expected)
    }

    private func figures(_ bytes: Data, _ name: String) throws -> (MediaType, [Indicator.ID: Reading]) {
        let document = try DocumentReader.read([UInt8](bytes), name: name)
        let report = try reader.read(document, path: name)
        #expect(report.township == "柳溪镇")
        #expect(report.year == 2020)
        let cells = report.figures.map { ($0.indicator, $0.reading) }
        return (document.mediaType, Dictionary(uniqueKeysWithValues: cells))
    }

    /// What the reader of a file noticed is a doubt about its report.
    @Test func noticesBecomeDoubts() throws {
        var document = Document(lines: "青禾县柳溪镇2021年政府信息公开工作年度报告\n受理12345热线反映件3件。\n")
        document.notices = [.tablesFlattened(program: "catdoc", better: "libreoffice-writer-nogui")]
        let doubts = try reader.read(document, path: "a.doc").doubts
        let doubt = try #require(doubts.first { $0.kind == .tablesFlattened })
        #expect(doubt.explanation.zh.contains("catdoc") && doubt.explanation.en.contains("libreoffice-writer-nogui"))
        document.notices = []
        #expect(try !reader.read(document, path: "a.doc").doubts.contains { $0.kind == .tablesFlattened })
    }

    private func differences(_ actual: [Indicator.ID: Reading], _ expected: [Indicator.ID: Reading]) -> [String] {
        codebook.indicators.indices.filter { actual[$0] != expected[$0] }.map {
            "\(codebook.indicators[$0].code): \(String(describing: actual[$0])), not "
                + "\(String(describing: expected[$0]))"
        }
    }

    @Test(arguments: ["2014", "2019", "2021"])
    func webPage(edition: String) throws {
        let (html, expected) = try page(edition)
        let (type, actual) = try figures(Data(html.utf8), "report.html")
        #expect(type == .html)
        #expect(differences(actual, expected) == [])
    }

    @Test(
        .enabled(if: ExternalProgram.office != nil, "needs libreoffice-writer-nogui"),
        arguments: ["2019", "2021"], [("docx", MediaType.docx), ("doc", .doc), ("pdf", .pdf)])
    func officeFile(edition: String, format: (ending: String, type: MediaType)) throws {
        let (html, expected) = try page(edition)
        try folder.write(html, to: "report.html")
        let office = try #require(ExternalProgram.office)
        try office.convert(
            folder.url.appending(path: "report.html"), to: "odt:writer8", reading: "HTML (StarWriter)", in: folder.url)
        try office.convert(folder.url.appending(path: "report.odt"), to: format.ending, in: folder.url)
        let data = try folder.data("report.\(format.ending)")
        let (type, actual) = try figures(data, "report.\(format.ending)")
        #expect(type == format.type)
        #expect(differences(actual, expected) == [])
    }
}
