import Documents
import Reports
import Storage
import Values

/// What became of one file of an import.
package struct ImportResult: Sendable {
    package enum Fate: Sendable {
        /// What became of it in the archive; of a file that is contested, why nothing did.
        case stored(Outcome, ReadReport)
        /// The archive has these bytes already; they were not read again.
        case known([KnownReport])
        /// The same, and it counts again, as this revision; or it would, in a trial run.
        case returned(Int, changes: [Change], [KnownReport], isTrial: Bool)
        /// The same, and another file of the import says otherwise of the same township and year.
        case rival(Contest, [KnownReport])
        /// Read but not stored: a trial run, with what would become of it; nil where nothing can be said.
        case read(ReadReport, Outcome?)
        /// In a folder or an archive, of a kind that is none that reports come as.
        case passedOver
        case refused(any ExplainedError)
    }

    package let path: String
    /// The whole path of the file that it came from, with the archive that this lies in; nil where nobody asks for it.
    package let location: String?
    package let fate: Fate

    package init(path: String, location: String? = nil, fate: Fate) {
        self.path = path
        self.location = location
        self.fate = fate
    }

    package var isRefused: Bool { if case .refused = fate { true } else { false } }

    /// Whether it is a question which of two files counts.
    package var isContested: Bool {
        switch fate {
        case .stored(let outcome, _), .read(_, let outcome?): outcome.isContested
        case .rival: true
        default: false
        }
    }
}

/// What was read from a file.
package struct ReadReport: Sendable {
    package let report: Report
    /// The doubts, each with its line in the document's transcript if it is about a place, and of a workbook its cell.
    package let doubts: [(doubt: Doubt, line: Int?, cell: String?)]
    /// Where it stands in the archive, if that is another name than its own.
    package internal(set) var standsUnder: Place?
    /// The figures that sentences tell, which no table has a cell for.
    package var narrativeCount: Int { report.narrativeCount }

    /// The same without what only the archive needs; figures only where they are to be told one by one, or where it is
    /// told how many of them were recognised.
    func lightened(keepingFigures: Bool) -> ReadReport {
        var report = report
        report.sections = []
        report.quantities = []
        if !keepingFigures, report.figures.allSatisfy({ $0.recognition == nil }) { report.figures = [] }
        return ReadReport(report: report, doubts: doubts)
    }

    /// The same with a doubt that is about no place in the document.
    func adding(_ doubt: Doubt) -> ReadReport {
        var report = report
        report.doubts.append(doubt)
        var read = ReadReport(report: report, doubts: doubts + [(doubt, nil, nil)])
        read.standsUnder = standsUnder
        return read
    }

    private init(report: Report, doubts: [(doubt: Doubt, line: Int?, cell: String?)]) {
        self.report = report
        self.doubts = doubts
    }

    init(_ report: Report, in document: Document) {
        self.report = report
        // Most reports leave no doubt, and need no lines counted.
        let lines = report.doubts.isEmpty ? nil : LineNumbers(document.text)
        doubts = report.doubts.map { doubt in
            (
                doubt, doubt.range.flatMap { lines?.line(at: $0.lowerBound) },
                doubt.range.flatMap { document.cellName(at: $0.lowerBound) }
            )
        }
    }
}
