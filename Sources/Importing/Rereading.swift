import Catalogue
import Documents
import Reports
import Storage
import Values

/// Reads the documents of an archive again, with today's catalogue, and stores what has changed.
package struct Rereading {
    /// What became of one report.
    package enum Fate {
        case same
        /// Some figures are read differently now; the revision is nil in a trial run.
        case changed([Change], revision: Int?)
        /// The text itself comes out differently by now, and perhaps some figures; it is a revision of its own, since
        /// positions of before would no longer hold.
        case otherText([Change], revision: Int?)
        case refused(any ExplainedError)
    }

    private let archive: Archive
    private let reader: ReportReader
    private let isTrial: Bool
    private let basis: ReadingBasis
    private let author: String

    /// - Parameter author: who had them read again.
    package init(
        _ archive: Archive, codebook: Codebook, isTrial: Bool, author: String = Archive.nobody
    ) throws(CatalogueError) {
        self.archive = archive
        self.author = author
        self.isTrial = isTrial
        reader = try ReportReader(codebook)
        basis = ReadingBasis(codebook, reader.vocabulary)
    }

    /// Reads the current reports that the filter admits, each in a transaction of its own.
    package func run(_ filter: Filter, each: (ReportSummary, Fate) throws -> Void) throws {
        if !isTrial { try archive.register(basis) }
        let ids = try archive.reportedYears(filter).entries.map(\.report)
        for start in stride(from: 0, to: ids.count, by: Self.chunk) {
            for summary in try archive.reports(withIDs: Array(ids[start..<min(start + Self.chunk, ids.count)])) {
                try each(summary, try fate(of: summary))
            }
        }
    }

    /// Reports that are looked up at a time, so that not all that are told of each are in memory.
    private static let chunk = 500

    /// The reports that were read with another catalogue than today's.
    package struct Stale {
        package let count: Int
        /// The first few of them.
        package let first: [ReportSummary]
        /// The codes that some of them were not read for.
        package let codes: [String]
    }

    package func stale(_ filter: Filter) throws -> Stale {
        let reports = try archive.staleReports(filter, basis)
        let unread = try archive.unreadIndicators()
        let missing = archive.indicators.indices.filter { id in
            basis.codes.contains(archive.indicators[id].code) && reports.contains { unread.contains(id, report: $0) }
        }
        return Stale(
            count: reports.count, first: try archive.reports(withIDs: Array(reports.prefix(5))),
            codes: missing.map { archive.indicators[$0].code })
    }

    private func fate(of summary: ReportSummary) throws -> Fate {
        let report: Report
        let document: Document
        do {
            document = try DocumentReader.read(try archive.original(of: summary), name: summary.path)
            report = try read(document, summary, at: try archive.report(summary).position(in: document))
        } catch let error as DocumentError {
            return .refused(error)
        } catch let error as ReportError {
            return .refused(error)
        }
        let isOther = try document.text != archive.transcript(of: summary)
        if isTrial {
            let changes = try archive.changes(of: summary, to: report, readWith: basis)
            if isOther { return .otherText(changes, revision: nil) }
            return changes.isEmpty ? .same : .changed(changes, revision: nil)
        }
        let outcome: Outcome
        do {
            outcome = try archive.reread(
                summary, as: report, transcript: isOther ? document.text : nil, readWith: basis, author: author)
        } catch let error as ArchiveError {
            guard case .overtaken = error else { throw error }
            return .refused(error)
        }
        switch outcome {
        case .new, .same, .original, .placed, .contested, .ofSeats: return .same
        case .revision(let number, let changes, _):
            return isOther ? .otherText(changes, revision: number) : .changed(changes, revision: number)
        }
    }

    /// Whose report it is stays as it was stored: staff may have said so.
    private func read(
        _ document: Document, _ summary: ReportSummary, at position: Int?
    ) throws(ReportError) -> Report {
        let place = summary.place
        let override = IdentityOverride(
            county: place.county.isEmpty ? nil : place.county, township: place.township, year: summary.year)
        var report = try reader.read(document, at: position, path: summary.path, override: override)
        report.county = place.county
        return report
    }
}

extension StoredReport {
    /// Where the report's figures stand in a workbook or a table of comma-separated values, which may hold others.
    func position(in document: Document) -> Int? {
        document.sheets.isEmpty && document.mediaType != .csv ? nil : report.figures.map(\.range.lowerBound).min()
    }
}
