import Output
import Storage
import Values

/// Which townships have reports of which years.
package struct CoverageTable {
    /// In the order of every listing.
    package let places: [Place]
    private let years: [Int]
    /// By place and year.
    private let reports: [Told?]
    /// By place, whether it has to report: a township, and of a list if there is one.
    private let isListed: [Bool]
    private let countyNames: CountyNames
    private let terms: TownshipTerms
    /// Townships that no list names, of an archive that is asked by one.
    package let unlisted: [Place]
    private let language: Language

    /// What is told of one report.
    private struct Told {
        let revision: Int32
        let cellsRead: Int32
        let cellsExpected: Int32
    }

    /// - Parameter list: the townships that should report, whether or not the archive knows them; those that the
    ///   filter leaves out play no part. Nil where the archive's own are to.
    package init(_ archive: Archive, filter: Filter, expected list: [Place]?, language: Language) throws {
        self.language = language
        let known = try archive.knownPart(of: filter, beside: list ?? [])
        let registered = try known.map { try archive.places($0) } ?? []
        let expected = try list.map { try archive.admitted($0, by: filter) }
        let places = Self.places(registered, expected ?? [])
        let listed = expected.map(Set.init)
        let names = try archive.countyNames()
        countyNames = names
        isListed = places.map { $0.isTownship(by: names) && listed?.contains($0) != false }
        terms = try archive.townshipTerms(asOf: filter.asOf)
        unlisted =
            listed.map { listed in registered.filter { $0.isTownship(by: names) && !listed.contains($0) } } ?? []
        let told = Set(try known.map { try archive.reportedYears($0).entries.map(\.year) } ?? [])
        let years: [Int]
        if filter.years.isEmpty, let first = told.min(), let last = told.max() {
            // A year that nobody reported of is missing too.
            years = Array(first...last)
        } else {
            years = filter.years.sorted()
        }
        let rows = Dictionary(uniqueKeysWithValues: zip(places, places.indices))
        let columns = Dictionary(uniqueKeysWithValues: zip(years, years.indices))
        var reports = [Told?](repeating: nil, count: places.count * years.count)
        if let known {
            try archive.eachReport(known) { report in
                guard let row = rows[report.place], let column = columns[report.year] else { return }
                reports[row * years.count + column] = Told(
                    revision: Int32(clamping: report.revision), cellsRead: Int32(clamping: report.cellsRead),
                    cellsExpected: Int32(clamping: report.cellsExpected))
            }
        }
        (self.places, self.years, self.reports) = (places, years, reports)
    }

    /// Those that the archive does not know stand behind their county's others, as the list has them.
    private static func places(_ known: [Place], _ expected: [Place]) -> [Place] {
        var listed: Set<Place> = []
        let all = (known + expected).filter { listed.insert($0).inserted }
        let counties = Dictionary(grouping: all, by: \.county)
        var told: Set<String> = []
        return all.filter { told.insert($0.county).inserted }.flatMap { counties[$0.county] ?? [] }
    }

    private func report(_ row: Int, _ column: Int) -> Told? { reports[row * years.count + column] }

    /// Whether it has to report of a year.
    private func isExpected(_ row: Int, _ column: Int) -> Bool { isListed[row] && isThere(row, column) }

    /// Whether it was there in a year, or reported of it.
    private func isThere(_ row: Int, _ column: Int) -> Bool {
        report(row, column) != nil || terms.contain(places[row], in: years[column])
    }

    /// Whether neither the archive nor the user names a year.
    package var hasNoYears: Bool { years.isEmpty }

    /// The townships that have to report and lack reports; no county, whose own report is no township's.
    package var missing: [Reminders.Missing] {
        places.indices.compactMap { row in
            let missing = years.indices.filter { report(row, $0) == nil && isExpected(row, $0) }
            guard !missing.isEmpty else { return nil }
            return Reminders.Missing(place: places[row], years: missing.map { years[$0] })
        }
    }

    package func write(to writer: SheetWriter, isForPeople: Bool) throws {
        try isForPeople ? writeTable(to: writer) : writeRows(to: writer)
    }

    /// For programs: one row for each township and year.
    private func writeRows(to writer: SheetWriter) throws {
        let sheet = Sheet(columns: [
            Columns.county, Columns.township, Columns.year, Column("status", Phrase(zh: "情况", en: "status")),
            Column("revision", Phrase(zh: "版本", en: "revision"), .number),
            Column("cells_read", Phrase(zh: "读出", en: "read"), .number),
            Column("cells_expected", Phrase(zh: "应有", en: "of"), .number),
            Column("expected", Phrase(zh: "应报", en: "has to report")),
        ])
        func count(_ number: Int32?) -> Entry { number.map { .count(Int($0)) } ?? .empty }
        try writer.write(sheet) { add in
            for (row, place) in places.enumerated() {
                for (column, year) in years.enumerated() {
                    let report = report(row, column)
                    try add([
                        .text(place.county), .text(place.township), .year(year),
                        .text(status(row, column).rawValue),
                        count(report?.revision), count(report?.cellsRead), count(report?.cellsExpected),
                        .flag(isExpected(row, column)),
                    ])
                }
            }
        }
    }

    /// For people: a township a row, a year a column, and below who is missing.
    private func writeTable(to writer: SheetWriter) throws {
        var sheet = Sheet(
            columns: [Columns.county, Columns.township]
                + years.map { Column("\($0)", Phrase(zh: "\($0)年", en: "\($0)")) })
        sheet.footnotes = years.indices.compactMap(missing) + notThere + notListed
        try writer.write(sheet) { add in
            for (row, place) in places.enumerated() {
                try add(
                    [.text(place.county), .text(place.township)]
                        + years.indices.map { .text(word(row, $0)) })
            }
        }
    }

    /// Who lacks a year.
    private func missing(_ column: Int) -> Phrase? {
        let missing = places.indices.filter { isExpected($0, column) && report($0, column) == nil }
        guard !missing.isEmpty else { return nil }
        let year = years[column]
        let names = missing.prefix(30).map { places[$0].description }
        let more = missing.count > names.count
        return Phrase(
            zh: "\(year)年缺报 \(missing.count) 个：\(names.joined(separator: "、"))\(more ? "等" : "")",
            en: "\(year): \(missing.count) missing: \(names.joined(separator: ", "))\(more ? " and others" : "")")
    }

    /// Those that the archive knows and the list does not.
    package var notListed: [Phrase] {
        guard !unlisted.isEmpty else { return [] }
        let names = unlisted.prefix(30).map(\.description)
        let isCut = unlisted.count > names.count
        return [
            Phrase(
                zh: "名单以外 \(unlisted.count) 个，不计缺报，不催报：\(names.joined(separator: "、"))\(isCut ? "等" : "")",
                en: "\(unlisted.count) not on the list, neither missing nor reminded: \(names.joined(separator: ", "))"
                    + (isCut ? " and others" : ""))
        ]
    }

    /// Who was set up or abolished, and went where.
    package var notThere: [Phrase] {
        terms.isEmpty ? [] : terms.notes(places.filter { $0.isTownship(by: countyNames) }, years)
    }

    private enum Status: String {
        case missing
        case report
        /// The current report is not the first.
        case revised
        /// Some cells of the form were not read.
        case unreadable
        /// There is none, as the township was not there.
        case noTownship = "no_township"
    }

    private func status(_ row: Int, _ column: Int) -> Status {
        guard let report = report(row, column) else { return isThere(row, column) ? .missing : .noTownship }
        return report.cellsRead < report.cellsExpected ? .unreadable : report.revision > 1 ? .revised : .report
    }

    /// Of a year without a report, what it means for a place that has to report and for one that has not.
    private func word(_ row: Int, _ column: Int) -> String {
        let report = report(row, column)
        switch (status(row, column), report) {
        case (.noTownship, _): return Mark.noTownship.sign[language]
        case (.missing, _) where !isListed[row]: return "—"
        case (.missing, _), (_, nil): return Phrase(zh: "缺报", en: "missing")[language]
        case (.report, _): return Phrase(zh: "有", en: "report")[language]
        case (.revised, let report?):
            return Phrase(zh: "有（第\(report.revision)版）", en: "report (revision \(report.revision))")[language]
        case (.unreadable, let report?):
            return Phrase(
                zh: "读出 \(report.cellsRead)/\(report.cellsExpected)",
                en: "\(report.cellsRead) of \(report.cellsExpected) read")[language]
        }
    }
}
