import Catalogue
import GRDB
import Reports
import Support
import Testing
import Values

@testable import Storage

/// A report whose document is read as another text by now: whatever tells of its text or its lines means that one.
@Suite struct OwnTextTests {
    let folder: Folder
    let archive: Archive
    let report: ReportSummary
    /// Two lines more stand before what the document's own has.
    let text: [UInt8]

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        let codebook = try Codebook.load()
        let basis = ReadingBasis(codebook, try codebook.loadNarrative().vocabulary)
        try archive.register(basis)
        _ = try archive.save([Samples.submission()], readWith: basis)
        let before = Array("首页\n新读出的一行\n".utf8)
        let summary = try #require(try archive.reports().first)
        text = before + (try archive.transcript(of: summary))
        var again = Samples.submission().report
        for place in again.figures.indices {
            let figure = again.figures[place]
            again.figures[place] = Figure(
                indicator: figure.indicator, reading: figure.reading, range: figure.range.moved(before.count))
        }
        let told = again.quantities[0]
        again.quantities = [
            Quantity(
                amount: told.amount, unit: told.unit, range: told.range.moved(before.count), indicator: told.indicator)
        ]
        _ = try archive.reread(summary, as: again, transcript: text, readWith: basis)
        report = try #require(try archive.reports().first)
    }

    @Test func textsAreItsOwn() throws {
        #expect(report.revision == 2)
        #expect(try archive.transcript(of: report) == text)
        try archive.texts(ofReports: [report.id]) { _, own in #expect(own.transcript == text) }
        try archive.search(["约120件"]) { #expect($0.transcript == text) }
        var hits = 0
        try archive.search(["新读出的一行"]) { _ in hits += 1 }
        #expect(hits == 1)
    }

    @Test func linesAreItsOwnInEveryAnswer() throws {
        var exported: [Int?] = []
        try archive.figures(Filter()) { exported.append($0.line) }
        #expect(exported == [7, 7, 5, 6, 5])
        let viewed = try archive.reading { db in
            try Int.fetchAll(db, sql: "SELECT line FROM current_figure JOIN indicator USING (code) ORDER BY id")
        }
        #expect(viewed == exported)
        try archive.numbers(Filter(), NumberFilter()) { number, transcript in
            #expect(number.line == 5 && transcript == text)
        }
    }
}

extension Range<Int> {
    fileprivate func moved(_ count: Int) -> Range<Int> { lowerBound + count..<upperBound + count }
}
