import Catalogue
import Documents
import Values

/// Reads reports out of documents. Built once from the codebook, used from many threads.
package struct ReportReader: Sendable {
    private let tables: TableReader
    private let remains: TableRemains
    private let narrative: NarrativeReader
    /// The words that the roles of quantities refer to.
    package var vocabulary: RoleVocabulary { narrative.vocabulary }

    package init(_ codebook: Codebook) throws(CatalogueError) {
        tables = TableReader(codebook)
        remains = TableRemains(codebook)
        narrative = NarrativeReader(try codebook.loadNarrative(), indicators: codebook.places)
    }

    /// Reads one document as a report.
    ///
    /// - Parameters:
    ///   - path: the file's path as it was found, folders included: they may name county and year.
    ///   - override: what the user says of county, township and year.
    package func read(
        _ document: Document, path: String, override: IdentityOverride = IdentityOverride()
    ) throws(ReportError) -> Report {
        // Every reader looks for words: what only looks like a letter of theirs is made that letter first.
        var document = document
        if let text = StandIns.replaced(in: document.text) { document.text = text }
        return try document.text.withUnsafeBufferPointer { (text) throws(ReportError) in
            try read(document, text, path: path, override: override)
        }
    }

    private func read(
        _ document: Document, _ text: UnsafeBufferPointer<UInt8>, path: String, override: IdentityOverride
    ) throws(ReportError) -> Report {
        var table = tables.read(document, text)
        let isAboutDisclosure =
            ByteSearch.contains("公开", in: text, 0..<text.count) || ByteSearch.contains("公開", in: text, 0..<text.count)
        guard !table.figures.isEmpty || isAboutDisclosure else { throw .noReport }
        let identity = IdentityReader(document, text, path: path).read(override)
        guard !table.figures.isEmpty || identity.isReport else { throw .noReport }
        guard let township = identity.township else { throw .townshipUnknown }
        guard let year = identity.year else { throw .yearUnknown }
        if table.edition == TableReading.withoutTable {
            table.doubts += remains.missing(in: text, year: year)
            table.narrative = remains.cut(table.narrative, text)
        }
        let told = narrative.read(document.text, ranges: table.narrative, year: year)
        let figures = (table.figures + told.figures).sorted { $0.indicator < $1.indicator }
        return Report(
            township: township, county: identity.county ?? "", countyCode: identity.countyCode, year: year,
            edition: table.edition,
            title: identity.title, periodStart: identity.periodStart, periodEnd: identity.periodEnd,
            publishedOn: identity.publishedOn, sections: Sections.of(document, text, tableLines: table.rowLines),
            figures: figures,
            quantities: told.quantities,
            doubts: document.notices.map(Doubt.init) + identity.doubts + table.doubts + told.doubts,
            cellsExpected: table.cellsExpected, cellsRead: table.cells.read, cells: table.cells,
            narrativeCount: told.figures.count)
    }
}

/// Why a document is not taken as a report.
package enum ReportError: ExplainedError, Equatable {
    /// Neither the official tables nor a title about disclosure.
    case noReport
    case townshipUnknown
    case yearUnknown

    package var status: ExitStatus { .noReport }

    package var explanation: Phrase {
        switch self {
        case .noReport:
            Phrase(
                zh: "不像政府信息公开年度报告：既没有统计表，也没有报告标题，请核对文件",
                en:
                    "this is no yearly report on disclosure: it has neither the official tables nor a title; check the file"
            )
        case .townshipUnknown:
            Phrase(
                zh: "看不出是哪个乡镇或街道的报告，请用 --township 注明",
                en: "cannot tell whose report this is; name the township with --township")
        case .yearUnknown:
            Phrase(
                zh: "看不出是哪一年的报告，请用 --year 注明",
                en: "cannot tell the year of this report; name it with --year")
        }
    }
}
