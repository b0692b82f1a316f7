import Catalogue
import GRDB
import Reports
import Values

/// What staff put in place of one figure, with reason, author and time.
///
/// Entries are only ever added: of a figure the latest counts, and one that takes the others back is an entry too.
package struct Correction: Sendable, Equatable {
    /// In the indicator's smallest unit.
    package let value: Int64
    package let reason: String
    package let author: String
    /// In UTC: `2021-02-04T08:30:00Z`.
    package let madeAt: String
}

/// Why a correction or a waiver is not entered.
package enum EntryError: ExplainedError, Equatable {
    /// The report says so already; what was entered in place of that counts, if anything was.
    case sameAsReport(String, Place, year: Int, inForce: String? = nil)
    case nothingToTakeBack(String, Place, year: Int)
    case notWaived(String, Place, year: Int)
    case noReason

    /// Spaces say nothing.
    static func requireReason(_ reason: String) throws(EntryError) {
        if reason.allSatisfy(\.isWhitespace) { throw .noReason }
    }

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        switch self {
        case .sameAsReport(let code, let place, let year, let value?):
            Phrase(
                zh: """
                    \(place)\(year)年年报中“\(code)”原文就是这个数，但已更正为 \(value)，现按更正计；要恢复原数，请用 \
                    nianbao uncorrect \(place.word) \(year) \(code) --reason … 撤销更正
                    """,
                en: """
                    the report of \(place) for \(year) says so of '\(code)', but its correction to \(value) counts; to \
                    return to the report, take it back: nianbao uncorrect \(place.word) \(year) \(code) --reason …
                    """)
        case .sameAsReport(let code, let place, let year, nil):
            Phrase(
                zh: "\(place)\(year)年年报中“\(code)”原文就是这个数，无需更正",
                en: "the report of \(place) for \(year) says so of '\(code)' already; nothing to correct")
        case .nothingToTakeBack(let code, let place, let year):
            Phrase(
                zh: "\(place)\(year)年年报中“\(code)”没有更正过，可用 nianbao show 查看更正",
                en: "'\(code)' of \(place) for \(year) is not corrected; nianbao show lists the corrections")
        case .notWaived(let rule, let place, let year):
            Phrase(
                zh: "\(place)\(year)年年报没有豁免过 \(rule)，可用 nianbao check 查看",
                en: "\(rule) is not waived for \(place) \(year); see nianbao check")
        case .noReason:
            Phrase(zh: "请用 --reason 说明理由", en: "give the reason with --reason")
        }
    }
}

extension Archive {
    /// Puts values in place of figures, enters those that the report does not mention, or with nil takes back what was
    /// entered; the report itself stays as it is. They count as decided on the report with its corrections as given,
    /// and all of them are entered or none.
    package func correct(
        _ stored: StoredReport, _ values: [(indicator: Indicator.ID, value: Int64?)], reason: String, author: String
    ) throws {
        try EntryError.requireReason(reason)
        let report = stored.summary
        let subjects = values.map { "\(report.name) \(indicators[$0.indicator].code)" }
        let subject = subjects.count == 1 ? subjects[0] : report.name
        try writing(subject, seen: [report], { try summary(report.id, $0) }) { db in
            let entered = try Corrections(db, ofReport: report.id)
            let told = Dictionary(
                try figures(ofReport: report.id, db).map { ($0.indicator, $0.reading.amount) },
                uniquingKeysWith: { first, _ in first })
            for (subject, (indicator, value)) in zip(subjects, values) {
                let before = entered[indicatorRows[indicator], report.id]
                guard before == stored.corrections[indicator] else { throw ArchiveError.overtaken(subject) }
                let code = indicators[indicator].code
                if let value, told[indicator] == Amount(value: value) {
                    throw EntryError.sameAsReport(code, report.place, year: report.year)
                }
                if value == nil, before == nil {
                    throw EntryError.nothingToTakeBack(code, report.place, year: report.year)
                }
                try db.execute(
                    sql: """
                        INSERT INTO correction (report_id, indicator_id, value, reason, author, made_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [report.id, indicatorRows[indicator], value, reason, author, Archive.now()])
                try Event(
                    value == nil ? .uncorrect : .correct, subject: subject, report: report.id, reason: reason,
                    author: author
                ).add(to: db)
            }
        }
    }

    /// The entries that count, by report and indicator: of each corrected figure the latest. All reports' fit in
    /// memory, since staff write them by hand. Those entered after `moment` do not count.
    package func corrections(asOf moment: Moment? = nil) throws -> [Int64: [Indicator.ID: Correction]] {
        let byRow = indicatorsByRow
        return try reading { db in
            var latest: [Int64: [Indicator.ID: Correction]] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT report_id, indicator_id, value, reason, author, made_at FROM correction
                    WHERE ?1 IS NULL OR made_at <= ?1 ORDER BY id
                    """, arguments: [moment?.description])
            while let row = try rows.next() {
                guard let indicator = byRow[try row.get("indicator_id")] else { continue }
                let value: Int64? = try row.getIfAny("value")
                try UnadmittedValue.check(value ?? 0, "correction.value")
                let entry = try value.map {
                    Correction(
                        value: $0, reason: try row.get("reason"), author: try row.get("author"),
                        madeAt: try row.get("made_at"))
                }
                latest[try row.get("report_id"), default: [:]][indicator] = entry
            }
            return latest
        }
    }
}
