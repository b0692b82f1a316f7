@testable import Catalogue
import Documents
import Foundation
import Output
import Reports
import Testing

/// Every reader takes whatever comes, and what it gives holds its promises.
///
/// `NIANBAO_FUZZ=1000000` makes a soak of it, `NIANBAO_FUZZ_FROM` begins at an input by its number, and
/// `swift test --sanitize=address --filter FuzzingTests` watches memory. The number of an input is printed before every
/// thousandth, so that one that ends the program can be found.
@Suite struct FuzzingTests {
    private static func number(_ variable: String, usually: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? usually
    }

    private func fuzz(_ target: String, share: Int = 1, _ mutator: Mutator, _ body: ([UInt8], Int) throws -> Void)
        rethrows
    {
        let first = Self.number("NIANBAO_FUZZ_FROM", usually: 0)
        let count = Self.number("NIANBAO_FUZZ", usually: 1000) / share
        for number in first..<first + count {
            if number % 1000 == 0 { print("\(target) \(number)") }
            try body(mutator.input(number), number)
        }
    }

    /// Reading ends in a document whose ranges hold, or in an error that says why.
    private func read(_ bytes: [UInt8], _ name: String, _ number: Int, _ reader: ReportReader? = nil) {
        do throws(DocumentError) {
            let document = try DocumentReader.read(bytes, name: name, limits: limits)
            #expect(isWhole(document), "\(name) \(number)")
            guard let report = try? reader?.read(document, path: name) else { return }
            let ranges = report.figures.map(\.range) + report.quantities.map(\.range) + report.sections.map(\.range)
            let isWithin = (ranges + report.doubts.compactMap(\.range)).allSatisfy { isCharacters($0, document.text) }
            #expect(isWithin, "\(name) \(number)")
            #expect(report.cellsRead <= report.cellsExpected)
            #expect(Set(report.figures.map(\.indicator)).count == report.figures.count, "\(name) \(number)")
        } catch {
            #expect(!error.explanation.zh.isEmpty)
        }
    }

    private var limits: Limits {
        var limits = Limits()
        limits.expandedBytes = 8 << 20
        limits.converterSeconds = 5
        return limits
    }

    private func isCharacters(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
        range.lowerBound >= 0 && range.upperBound <= text.count
            && [range.lowerBound, range.upperBound].allSatisfy { $0 == text.count || text[$0] & 0xC0 != 0x80 }
    }

    private func isWhole(_ document: Document) -> Bool {
        guard String(validating: document.text, as: UTF8.self) != nil, !document.text.contains(0) else { return false }
        var end = 0
        for block in document.blocks {
            guard block.range.lowerBound >= end, isCharacters(block.range, document.text) else { return false }
            end = block.range.upperBound
            if case .table(let table) = block {
                let width = table.rows.first?.count
                guard table.rows.allSatisfy({ $0.count == width }) else { return false }
                guard table.rows.joined().allSatisfy({ isCharacters($0.range, document.text) }) else { return false }
            }
        }
        return true
    }

    // MARK: Readers

    @Test func textsAndTheirTablesAndSentences() throws {
        let reader = try ReportReader(Codebook.load())
        fuzz("text", share: 2, Mutator(seeds: Seeds.reports, words: Seeds.words)) { read($0, "a.txt", $1, reader) }
    }

    @Test func pages() throws {
        let reader = try ReportReader(Codebook.load())
        fuzz("html", share: 2, Mutator(seeds: Seeds.pages, words: Seeds.words + Seeds.markup)) {
            read($0, "a.html", $1, reader)
        }
    }

    @Test func messages() {
        let seeds = Seeds.files("Tests/DocumentsTests/Fixtures", ".mht", ".mhtml") + [Array(Self.message.utf8)]
        fuzz("mhtml", Mutator(seeds: seeds, words: Seeds.markup + ["--b", "=3D", "Content-Type:"])) {
            read($0, "a.mht", $1)
        }
    }

    private static let message = """
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="b"

        --b
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        <html><body><table><tr><td>=E6=94=B6=E5=88=B0</td><td>3</td></tr></table></body></html>
        --b--
        """

    @Test func packedAndBinaryFiles() {
        let seeds =
            Seeds.files("Tests/DocumentsTests/Fixtures", ".docx", ".zip") + Seeds.files("SampleData", ".docx")
            + [[0x50, 0x4B, 3, 4], [0xFF, 0xFE], [0x1F, 0x8B]]
        fuzz("binary", Mutator(seeds: seeds, words: ["PK\u{1}\u{2}", "word/document.xml", "\u{0}\u{0}"])) {
            bytes, number in
            read(bytes, "a.docx", number)
            _ = try? ArchiveExpansion.forEachMember(of: bytes, limits: limits) { _ in }
        }
    }

    /// Each of these is a run of another program.
    @Test func filesForConverters() {
        let seeds = Seeds.files("Tests/DocumentsTests/Fixtures", ".doc", ".rtf", ".pdf")
        fuzz("converted", share: 200, Mutator(seeds: seeds, words: ["\\rtf", "obj", "stream", "\u{0}"])) {
            read($0, "a.doc", $1)
        }
    }

    // MARK: Catalogue and output

    @Test func catalogues() {
        let seeds = Seeds.files("Sources/Catalogue/Data", "indicators.yaml")
        let words = ["- ", ": ", "&a", "*a", "<<", "[", "{", "\"", "|", "!!int", "code:", "unit:", "\t", "#"]
        fuzz("yaml", share: 10, Mutator(seeds: seeds, words: words)) { bytes, _ in
            _ = try? Indicator.parse(String(decoding: bytes, as: UTF8.self), file: "fuzz.yaml")
        }
    }

    /// What is written as CSV is read back as it was, but for the apostrophe that keeps a formula from being one.
    @Test func csvIsReadBackAsItWas() throws {
        let words = ["\"", ",", "\n", "\r\n", "=", "'", "+", "-", "@", "\t", " ", "\u{FEFF}", "年", "＝", "\"\""]
        try fuzz("csv", Mutator(seeds: [], words: words)) { bytes, number in
            let cells = String(decoding: bytes, as: UTF8.self).split(separator: "年", omittingEmptySubsequences: false)
                .map(String.init)
            for audience in [Audience.program, .spreadsheet] {
                var sheet = Sheet(columns: cells.indices.map { Column("c\($0)", Phrase(zh: "", en: "")) })
                sheet.rows = [cells.map(Entry.text)]
                var written: [UInt8] = []
                let writer = SheetWriter(.csv, language: .english, audience: audience) { written += $0 }
                try writer.write(sheet)
                try writer.finish()
                let back = ReadBack.records(written).last ?? []
                let expected = audience == .program ? cells : cells.map(ReadBack.guarded)
                #expect(back == expected, "\(number)")
            }
        }
    }
}
