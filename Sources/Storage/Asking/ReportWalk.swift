import Catalogue
import GRDB
import Reports
import Values

/// A walk over whole reports of a selection, one after the other, each with its figures and its document.
///
/// The figures of some hundred reports are gathered at a time, indicator by indicator as the table's key wants it: so
/// the walk takes a few megabytes, whatever the size of the archive.
struct ReportWalk {
    struct Stop {
        let entry: SelectedReport
        /// In the order of the indicators asked for.
        let figures: [Figure]
        let edition: String
        let path: String
        /// The transcript, valid until the next stop only.
        let text: UnsafeRawBufferPointer
    }

    private static let block = 500

    private let archive: Archive
    private let indicators: [Indicator.ID]
    private let scan: FigureScan
    private let texts: TranscriptReader
    private let db: Database

    init(_ archive: Archive, indicators: [Indicator.ID], _ db: Database) throws {
        self.archive = archive
        self.db = db
        self.indicators = indicators
        scan = try FigureScan(db)
        texts = try TranscriptReader(archive, db)
    }

    func visit(_ entries: [SelectedReport], _ body: (Stop) throws -> Void) throws {
        var start = 0
        while start < entries.count {
            let end = min(start + Self.block, entries.count)
            let block = Array(entries[start..<end])
            for (entry, figures) in zip(block, try figures(block)) { try visit(entry, figures, body) }
            start = end
        }
    }

    private func visit(_ entry: SelectedReport, _ figures: [Figure], _ body: (Stop) throws -> Void) throws {
        try texts.read(entry.report) { source in
            try body(
                Stop(
                    entry: entry, figures: figures, edition: source.edition, path: source.path, text: source.text))
        }
    }

    /// The figures of reports, in the order of the reports.
    func figures(_ entries: [SelectedReport]) throws -> [[Figure]] {
        // The scan wants the reports by their ids.
        let order = entries.indices.sorted { entries[$0].report < entries[$1].report }
        let reports = order.map { entries[$0].report }
        var figures: [[Figure]] = Array(repeating: [], count: entries.count)
        let recognitions = try Recognitions(db, ofReports: reports)
        for indicator in indicators {
            let place = archive.indicatorRows[indicator]
            try scan.scan(indicator: place, reports: reports) { index, row in
                figures[order[index]].append(
                    Figure(
                        indicator: indicator, reading: try archive.reading(row), range: row.range,
                        recognition: recognitions[place, reports[index]],
                        place: recognitions.place(place, reports[index])))
            }
        }
        return figures
    }
}
