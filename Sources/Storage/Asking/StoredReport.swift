import Catalogue
import GRDB
import Reports
import Values

/// A whole report as the archive holds it.
package struct StoredReport: Sendable {
    package let summary: ReportSummary
    /// Its figures stand in the order of the archive's indicators.
    package var report: Report
    /// What staff put in place of a figure's value, or entered where the report has no figure, in the indicator's
    /// smallest unit.
    package let corrections: [Indicator.ID: Int64]
}

extension Archive {
    /// The report of a township, whose name or a former name is given, for a year: the current one or the revision; as
    /// of a moment, the one that was current then, with the corrections of then.
    package func report(
        township: String, county: String? = nil, year: Int, revision: Int? = nil, asOf moment: Moment? = nil
    ) throws -> StoredReport {
        try reading { db in
            let place = try place(township: township, county: county, db)
            var filter = Filter(counties: [place.county], townships: [place.township], asOf: moment)
            // A name may also be one that another township bore.
            let current = try reports(filter).filter { $0.place == place }
            filter.includesEveryRevision = true
            let revisions = try reports(filter).filter { $0.place == place && $0.year == year }
            if let revision {
                guard let summary = revisions.first(where: { $0.revision == revision }) else {
                    throw LookupError.noRevision(place, year: year, revision: revision)
                }
                return try report(summary, asOf: moment, db)
            }
            guard let summary = current.first(where: { $0.year == year }) else {
                if let removed = revisions.last { throw LookupError.removed(place, year: year, removed.revision) }
                throw try lack(place, year, current, asOf: moment)
            }
            return try report(summary, asOf: moment, db)
        }
    }

    /// All revisions of a township's report for a year, removed ones included.
    package func revisions(township: String, county: String? = nil, year: Int) throws -> [ReportSummary] {
        try reading { db in
            let place = try place(township: township, county: county, db)
            let filter = Filter(
                counties: [place.county], townships: [place.township], years: [year], includesEveryRevision: true)
            let revisions = try reports(filter).filter { $0.place == place }
            guard !revisions.isEmpty else {
                let others = try reports(Filter(counties: [place.county], townships: [place.township]))
                throw try lack(place, year, others)
            }
            return revisions
        }
    }

    /// - Parameter others: its reports of other years.
    private func lack(
        _ place: Place, _ year: Int, _ others: [ReportSummary], asOf moment: Moment? = nil
    ) throws -> LookupError {
        let years = others.map(\.year)
        if let term = try townshipTerms(asOf: moment)[place], !term.contains(year) {
            return .noTownship(place, term, years: years)
        }
        return .noReport(place, year: year, years: years)
    }

    /// The whole of a report that a listing tells of, with the corrections of a moment, or today's.
    package func report(_ summary: ReportSummary, asOf moment: Moment? = nil) throws -> StoredReport {
        try reading { db in try report(summary, asOf: moment, db) }
    }

    /// The one township that bears or bore the name, in the county if one is given.
    package func place(township: String, county: String? = nil) throws -> Place {
        try reading { db in try place(township: township, county: county, db) }
    }

    private func place(township: String, county: String?, _ db: Database) throws -> Place {
        // `青禾县/柳溪镇`, and `/柳溪镇` of one whose county nobody named.
        let parts = township.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if county == nil, parts.count == 2 { return try place(township: parts[1], county: parts[0], db) }
        let filter = Filter(counties: county.map { [$0] } ?? [], townships: [township])
        let ids = try Condition.townshipIDs(filter, db) ?? ""
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT county.name AS county, township.name AS township FROM township
                JOIN county ON county.id = county_id WHERE township.id IN (\(ids)) ORDER BY 1, 2
                """)
        let places = try rows.map(Place.init)
        guard places.count == 1 else { throw LookupError.ambiguousTownship(township, choices: places) }
        return places[0]
    }

    private func report(_ summary: ReportSummary, asOf moment: Moment?, _ db: Database) throws -> StoredReport {
        var report = Report(
            summary, sections: try sections(ofReport: summary.id, db), figures: try figures(ofReport: summary.id, db),
            doubts: try doubts(ofReport: summary.id, db))
        report.quantities = try quantities(ofReport: summary.id, db)
        try checkPositions(report, id: summary.id, db)
        let corrections = values(try Corrections(db, ofReport: summary.id, asOf: moment), of: summary.id)
        return StoredReport(summary: summary, report: report, corrections: corrections)
    }

    private func checkPositions(_ report: Report, id: Int64, _ db: Database) throws {
        let texts = try TranscriptReader(self, db)
        try texts.read(id) { try texts.check(report.ranges, within: $0.text.count) }
    }
}

extension Report {
    /// Every position that the report names in its document.
    var ranges: [Range<Int>] {
        figures.map(\.range) + quantities.map(\.range) + sections.map(\.range) + doubts.compactMap(\.range)
    }
}

extension Report {
    /// A report put together again from its rows.
    init(_ summary: ReportSummary, sections: [Section], figures: [Figure], doubts: [Doubt]) {
        self.init(
            township: summary.place.township, county: summary.place.county, year: summary.year,
            edition: summary.edition, title: summary.title, periodStart: summary.periodStart,
            periodEnd: summary.periodEnd, publishedOn: summary.publishedOn, sections: sections, figures: figures,
            doubts: doubts, cellsExpected: summary.cellsExpected, cellsRead: summary.cellsRead)
    }
}
