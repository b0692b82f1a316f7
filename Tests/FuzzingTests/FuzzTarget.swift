@testable import Catalogue
@testable import Documents
import Output
@testable import Reports
import Values

/// What takes bytes from outside, and what it promises of whatever comes; `check` tells which promise was broken.
///
/// Both the tests, whose inputs are numbered, and libFuzzer (`Tests/Fuzzing`), which looks for ways through the code,
/// feed these.
enum FuzzTarget: String, CaseIterable {
    /// A text file with its tables and sentences.
    case text
    case html
    case mhtml
    /// A Word file, and an archive to take apart.
    case packed
    /// Sentences alone: numbers and patterns.
    case sentences
    /// A catalogue file of the user's own, and a sentence read with it.
    case catalogue
    case csv
    /// A sheet of a workbook, in either format: what a converter hands back is one too.
    case sheet
    /// What the program that draws PDFs tells of a page.
    case geometry
    /// What the program that recognises writing tells of a page, and a picture as it is handed over.
    case recognition
    /// A path, then a text whose township and year are to be told.
    case identity
    /// Sentences of several paragraphs and years, with what is said of each number.
    case roles

    func check(_ bytes: [UInt8]) -> String? {
        switch self {
        case .text: Self.read(bytes, "a.txt")
        case .html: Self.read(bytes, "a.html")
        case .mhtml: Self.read(bytes, "a.mht")
        case .packed: Self.read(bytes, "a.docx") ?? Self.expand(bytes)
        case .sentences: Self.sentences(bytes)
        case .catalogue: Self.catalogue(bytes)
        case .csv: Self.csv(bytes)
        case .sheet: Self.sheet(bytes)
        case .geometry: Self.geometry(bytes)
        case .recognition: Self.recognition(bytes)
        case .identity: Self.identity(bytes)
        case .roles: Self.roles(bytes)
        }
    }

    static let limits: Limits = {
        var limits = Limits()
        limits.expandedBytes = 8 << 20
        limits.converterSeconds = 5
        return limits
    }()

    // MARK: Readers

    private static let codebook = try? Codebook.load()
    private static let reader = codebook.flatMap { try? ReportReader($0) }
    static let headings = codebook.flatMap { try? $0.loadHeadings() }.map { Headings($0) }
    static let narrative = codebook.flatMap { codebook in
        (try? codebook.loadNarrative()).map { NarrativeReader($0, indicators: codebook.indicators.ids) }
    }

    /// Reading ends in a document whose ranges hold, or in an error that says why.
    static func read(_ bytes: [UInt8], _ name: String) -> String? {
        let document: Document
        do throws(DocumentError) {
            document = try DocumentReader.read(bytes, name: name, limits: limits)
        } catch {
            return error.explanation.zh.isEmpty ? "an error without words" : nil
        }
        return read(document, name)
    }

    static func read(_ document: Document, _ name: String) -> String? {
        guard isWhole(document) else { return "a document that is not whole" }
        guard let reader else { return "no codebook" }
        guard let report = try? reader.read(document, path: name) else { return nil }
        let ranges = report.figures.map(\.range) + report.quantities.map(\.range) + report.sections.map(\.range)
        guard (ranges + report.doubts.compactMap(\.range)).allSatisfy({ isCharacters($0, document.text) }) else {
            return "a range within a character, or beyond the text"
        }
        guard report.cellsRead <= report.cellsExpected else { return "more cells than there are" }
        return Set(report.figures.map(\.indicator)).count == report.figures.count ? nil : "a figure twice"
    }

    private static func expand(_ bytes: [UInt8]) -> String? {
        var size = 0
        guard let file = try? OpenedFile(bytes, name: "", limits: limits) else { return nil }
        try? ArchiveExpansion.forEachMember(of: file, limits: limits) { member in
            if case .success(let content) = member.content { size += content.bytes.count }
        }
        return size <= limits.expandedBytes ? nil : "more bytes than the limit"
    }

    private static func sentences(_ bytes: [UInt8]) -> String? {
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        guard let narrative else { return "no catalogue" }
        let reading = narrative.read(lines: text, year: 2021)
        let ranges = reading.figures.map(\.range) + reading.quantities.map(\.range)
        return ranges.allSatisfy { isCharacters($0, text) } ? nil : "a range within a character, or beyond the text"
    }

    private static func isCharacters(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
        range.lowerBound >= 0 && range.upperBound <= text.count
            && [range.lowerBound, range.upperBound].allSatisfy { $0 == text.count || text[$0] & 0xC0 != 0x80 }
    }

    private static func isWhole(_ document: Document) -> Bool {
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

    // MARK: Catalogue and output

    private static let units = Dictionary(
        uniqueKeysWithValues: (codebook.map { Array($0.indicators) } ?? []).map { ($0.code, $0.unit) })

    private static func catalogue(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let codebook else { return "no codebook" }
        do throws(CatalogueError) {
            _ = try Indicator.parse(YAMLValue(parsing: text, file: "fuzz.yaml"))
        } catch {
            if error.explanation.zh.isEmpty { return "an error without words" }
        }
        do throws(CatalogueError) {
            let catalogue = try NarrativeCatalogue(
                files: [YAMLValue(parsing: text, file: "fuzz.yaml")], units: units)
            if catalogue.definitions.isEmpty { return nil }
            let reader = NarrativeReader(catalogue, indicators: codebook.indicators.ids)
            _ = reader.read(lines: Array("全年受理12345热线反映件147件，发放救助金8.5万元。".utf8), year: 2021)
        } catch {
            return error.explanation.zh.isEmpty ? "an error without words" : nil
        }
        return nil
    }

    /// What is written as CSV is read back as it was, but for the apostrophe that keeps a formula from being one.
    private static func csv(_ bytes: [UInt8]) -> String? {
        let cells = String(decoding: bytes, as: UTF8.self).split(separator: "年", omittingEmptySubsequences: false)
            .map(String.init)
        for audience in [Audience.program, .spreadsheet] {
            var sheet = Sheet(columns: cells.indices.map { Column("c\($0)", Phrase(zh: "", en: "")) })
            sheet.rows = [cells.map(Entry.text)]
            var written: [UInt8] = []
            let writer = SheetWriter(.csv, language: .english, audience: audience) { written += $0 }
            do {
                try writer.write(sheet)
                try writer.finish()
            } catch {
                return "\(error)"
            }
            let back = ReadBack.records(written).last ?? []
            let expected = audience == .program ? cells : cells.map(ReadBack.guarded)
            if back != expected { return "\(audience): \(expected) came back as \(back)" }
        }
        return nil
    }
}
