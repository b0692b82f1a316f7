import Foundation
import GRDB

/// What can be done to an archive; raw values are what it holds and what programs read.
package enum Deed: String, Sendable, CaseIterable {
    case imported = "import"
    case reread, remove, revert, move, correct, uncorrect, waive, unwaive
    /// Of two files for one report: that nobody has said yet which counts, and that somebody has.
    case contest, choose
    /// Of places: their names and codes, and when townships were set up and abolished.
    case rename, name, code, merge, register, begin, end, resume
    /// Of files of users' own indicators and measures.
    case define, undefine

    init(stored word: String) throws {
        guard let deed = Deed(rawValue: word) else { throw UnadmittedValue(column: "event.action") }
        self = deed
    }
}

/// Something that was done to the archive; events are only ever added.
struct Event {
    /// The reason of an import's batch behind its first: what an import stores is noted batch by batch.
    static let continuation = "…"

    let action: Deed
    let subject: String
    var count = 1
    /// The revision that came of it, or that was removed.
    var report: Int64?
    /// The revision that was copied.
    var origin: Int64?
    var reason = ""
    let author: String
    var madeAt = Archive.now()

    init(
        _ action: Deed, subject: String, count: Int = 1, report: Int64? = nil, origin: Int64? = nil,
        reason: String = "", author: String, madeAt: String = Archive.now()
    ) {
        self.action = action
        self.subject = subject
        self.count = count
        self.report = report
        self.origin = origin
        self.reason = reason
        self.author = author
        self.madeAt = madeAt
    }

    func add(to db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO event (action, subject, report_count, report_id, origin_id, reason, author, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [action.rawValue, subject, count, report, origin, reason, author, madeAt])
    }

    /// The reports that were made of one by moving it or returning to it.
    static func copies(of report: Int64, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: "SELECT report_id FROM event WHERE action IN (?, ?) AND origin_id = ? AND report_id IS NOT NULL",
            arguments: [Deed.move.rawValue, Deed.revert.rawValue, report])
    }

    /// The report that one was made of in either way.
    static func source(of report: Int64, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT origin_id FROM event WHERE action IN (?, ?) AND report_id = ? AND origin_id IS NOT NULL",
            arguments: [Deed.move.rawValue, Deed.revert.rawValue, report])
    }
}

extension Archive {
    /// Who did what nobody put a name to.
    package static let nobody = "—"

    /// The latest time of the last entries, where it is more than a day ahead of the clock: what is written now would
    /// be taken for older than that, and answers as of a day between would change. After one was written by a clock
    /// that is behind, the next are as well.
    package func lastEntryAheadOfTheClock() throws -> String? {
        let tomorrow = Date.now.addingTimeInterval(86_400).ISO8601Format()
        let last = try reading { db in
            try String.fetchOne(
                db, sql: "SELECT max(made_at) FROM (SELECT made_at FROM event ORDER BY id DESC LIMIT 1000)")
        }
        return last.flatMap { $0 > tomorrow ? $0 : nil }
    }
}
