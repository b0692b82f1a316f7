import Output
import Storage
import Values

/// Which townships have reports of which years.
package struct CoverageTable {
    private let places: [Place]
    private let years: [Int]
    private let reports: [Key: ReportSummary]
    private let language: Language

    private struct Key: Hashable {
        var place: Place
        var year: Int
    }

    /// - Parameter expected: townships that should report, whether or not the archive knows them.
    package init(_ archive: Archive, filter: Filter, expected: [Place], language: Language) throws {
        self.language = language
        let found = try archive.reports(filter)
        let known = try archive.townships(filter).map(\.place)
        places = Set(known + expected).sorted { ($0.county, $0.township) < ($1.county, $1.township) }
        let told = Set(found.map(\.year))
        if filter.years.isEmpty, let first = told.min(), let last = told.max() {
            // A year that nobody reported of is missing too.
            years = Array(first...last)
        } else {
            years = filter.years.sorted()
        }
        reports = Dictionary(
            found.map { (Key(place: $0.place, year: $0.year), $0) }, uniquingKeysWith: { $1 })
    }

    /// For programs: one row for each township and year.
    package var rows: Sheet {
        var sheet = Sheet(columns: [
            Columns.county, Columns.township, Columns.year, Column("status", Phrase(zh: "情况", en: "status")),
            Column("revision", Phrase(zh: "版本", en: "revision"), .number),
            Column("cells_read", Phrase(zh: "读出", en: "read"), .number),
            Column("cells_expected", Phrase(zh: "应有", en: "of"), .number),
        ])
        for place in places {
            for year in years {
                let report = reports[Key(place: place, year: year)]
                sheet.rows.append([
                    .text(place.county), .text(place.township), .year(year), .text(Status(report).rawValue),
                    report.map { .count($0.revision) } ?? .empty, report.map { .count($0.cellsRead) } ?? .empty,
                    report.map { .count($0.cellsExpected) } ?? .empty,
                ])
            }
        }
        return sheet
    }

    /// For people: a township a row, a year a column, and below who is missing.
    package var table: Sheet {
        var sheet = Sheet(
            columns: [Columns.county, Columns.township]
                + years.map { Column("\($0)", Phrase(zh: "\($0)年", en: "\($0)")) })
        sheet.rows = places.map { place in
            [.text(place.county), .text(place.township)]
                + years.map { .text(word(reports[Key(place: place, year: $0)])) }
        }
        sheet.footnotes = years.compactMap { year in
            let missing = places.filter { reports[Key(place: $0, year: year)] == nil }
            guard !missing.isEmpty else { return nil }
            let names = missing.prefix(30).map(\.description)
            let more = missing.count > names.count
            return Phrase(
                zh: "\(year)年缺报 \(missing.count) 个：\(names.joined(separator: "、"))\(more ? "等" : "")",
                en: "\(year): \(missing.count) missing: \(names.joined(separator: ", "))\(more ? " and others" : "")")
        }
        return sheet
    }

    private enum Status: String {
        case missing
        case report
        /// The current report is not the first.
        case revised
        /// Some cells of the form were not read.
        case unreadable

        init(_ report: ReportSummary?) {
            guard let report else {
                self = .missing
                return
            }
            self = report.cellsRead < report.cellsExpected ? .unreadable : report.revision > 1 ? .revised : .report
        }
    }

    private func word(_ report: ReportSummary?) -> String {
        switch (Status(report), report) {
        case (.missing, _), (_, nil): Phrase(zh: "缺报", en: "missing")[language]
        case (.report, _): Phrase(zh: "有", en: "report")[language]
        case (.revised, let report?): Phrase(zh: "第\(report.revision)版", en: "revision \(report.revision)")[language]
        case (.unreadable, let report?):
            Phrase(
                zh: "读出 \(report.cellsRead)/\(report.cellsExpected)",
                en: "\(report.cellsRead) of \(report.cellsExpected) read")[language]
        }
    }
}
