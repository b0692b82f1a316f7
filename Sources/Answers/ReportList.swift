import Output
import Storage
import Values

/// The reports of an archive as a list; of all revisions with how each stands and what was done to it.
package struct ReportList {
    private let archive: Archive
    private let filter: Filter
    private let history: RevisionHistory?
    private let columns: [Column]

    /// - Parameter filter: where it admits revisions that count no longer, what was done to each is told.
    package init(_ archive: Archive, _ filter: Filter, isForPeople: Bool, _ language: Language) throws {
        self.archive = archive
        self.filter = filter
        history =
            filter.includesEveryRevision
            ? try RevisionHistory(archive, filter, asOf: filter.asOf, isForPeople: isForPeople, language) : nil
        columns = Self.columns + (history == nil ? [] : RevisionHistory.columns(isForPeople: isForPeople))
    }

    private static let columns = [
        Columns.county, Columns.township, Columns.year, Columns.edition,
        Column("revision", Phrase(zh: "版本", en: "revision"), .number),
        Column("cells_read", Phrase(zh: "读出", en: "read"), .number),
        Column("cells_expected", Phrase(zh: "应有", en: "of"), .number),
        Column("figures", Phrase(zh: "数字", en: "figures"), .number),
        Column("published_on", Phrase(zh: "发布日期", en: "published")),
        Column("file", Phrase(zh: "文件", en: "file")),
    ]

    /// Writes one report after the other.
    package func write(to writer: SheetWriter) throws {
        var isEmpty = true
        try writer.write(Sheet(columns: columns)) { add in
            try archive.eachReport(filter) { report in
                isEmpty = false
                try add(Self.row(report) + (history?.entries(report) ?? []))
            }
        } footnotes: {
            isEmpty ? [Phrase(zh: "没有符合条件的年报", en: "no report matches")] : []
        }
    }

    private static func row(_ report: ReportSummary) -> [Entry] {
        [
            .text(report.place.county), .text(report.place.township), .year(report.year), .edition(report.edition),
            .count(report.revision), .count(report.cellsRead), .count(report.cellsExpected),
            .count(report.figureCount), .text(report.publishedOn ?? ""), .text(report.path),
        ]
    }
}
