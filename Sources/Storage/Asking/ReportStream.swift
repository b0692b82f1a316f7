import Catalogue
import GRDB
import Reports

extension Archive {
    /// Hands over whole reports, by county, township, year and revision, one after the other; without the quantities
    /// that no indicator claims. Of one state of the archive from first to last.
    package func storedReports(_ filter: Filter, _ body: (StoredReport) throws -> Void) throws {
        try reading { db in
            let corrections = try Corrections(db, asOf: filter.asOf)
            let walk = try ReportWalk(self, indicators: Array(indicators.indices), db)
            let selection = try Selection(filter, db)
            let summaries = try Summaries(self, db)
            // The scan of figures is the faster the more reports it is asked for at once; a thousand take some
            // megabytes.
            for start in stride(from: 0, to: selection.entries.count, by: 1000) {
                let entries = selection.entries[start..<min(start + 1000, selection.entries.count)]
                let block = try entries.map { try summaries.of($0, in: selection) }
                let ids = block.map(\.id)
                let sections = try self.sections(ofReports: ids, db)
                let doubts = try self.doubts(ofReports: ids, db)
                let figures = try walk.figures(Array(entries))
                for (summary, figures) in zip(block, figures) {
                    let report = Report(
                        summary, sections: sections[summary.id] ?? [], figures: figures,
                        doubts: doubts[summary.id] ?? [])
                    try body(
                        StoredReport(
                            summary: summary, report: report, corrections: values(corrections, of: summary.id)))
                }
            }
        }
    }
}
