import GRDB
import Reports
import Values

extension Archive {
    /// Goes through the whole archive and proves what it promises: the database is sound, all references lead
    /// somewhere, every original is the file it was, every position lies in its transcript and holds what was read
    /// there (see `Evidence`), no figure is missing, and nothing was changed by another program (see `Relation`).
    ///
    /// Where SQLite's own checks find flaws, nothing further is looked at: it could not be trusted.
    ///
    /// - Parameter digest: one that was written down before, whose state the archive must contain.
    package func verify(against digest: String? = nil) throws -> Verification {
        do {
            return try reading { db in
                var verification = Verification()
                for check in [structure, schema, constraints, references] {
                    verification.flaws += try check(db)
                    // What is foreign is told, and in nobody's way.
                    let isTrusted = verification.flaws.allSatisfy(\.isForeign)
                    guard isTrusted else { return verification }
                }
                verification.flaws += try orphans(db) + revisions(db)
                try verifyChain(db, against: digest, &verification)
                try verifyDocuments(db, &verification)
                try verifyReports(db, &verification)
                return verification
            }
        } catch ArchiveError.damaged(_, let detail) {
            return Verification(flaws: [.structure(detail)])
        }
    }

    private func structure(_ db: Database) throws -> [Flaw] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map {
            .structure(SQLiteWords.phrase($0))
        }
    }

    private func schema(_ db: Database) throws -> [Flaw] {
        try OwnSchema.differences(db).map(Flaw.schema)
    }

    private func constraints(_ db: Database) throws -> [Flaw] { try Constraints(OwnSchema.get()).broken(db) }

    private func references(_ db: Database) throws -> [Flaw] {
        try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            // A table without row ids has none to tell.
            let id: Int64? = try row.getIfAny("rowid")
            return .reference(table: try row.get("table"), row: id ?? 0, parent: try row.get("parent"))
        }
    }

    private func orphans(_ db: Database) throws -> [Flaw] {
        try String.fetchAll(
            db, sql: "SELECT name FROM sqlar WHERE name NOT IN (SELECT original FROM document) ORDER BY name"
        ).map(Flaw.orphan)
    }

    /// A revision is superseded by the next one of the same township and year that was not removed, and the last by
    /// none.
    private func revisions(_ db: Database) throws -> [Flaw] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT county.name AS county, township.name AS township, report.year AS year
                FROM report JOIN township ON township.id = report.township_id JOIN county ON county.id = county_id
                WHERE report.removed_at IS NULL AND report.superseded_by IS NOT (
                    SELECT next.id FROM report AS next
                    WHERE next.township_id = report.township_id AND next.year = report.year
                        AND next.revision > report.revision AND next.removed_at IS NULL
                    ORDER BY next.revision LIMIT 1)
                ORDER BY 1, 2, 3
                """
        ).map { .revision(try Place($0), year: try $0.get("year")) }
    }

    private func verifyDocuments(_ db: Database, _ verification: inout Verification) throws {
        let select = try HotStatement(
            db, "SELECT path, sha256, byte_count, sz, data, text FROM document JOIN sqlar ON sqlar.name = original")
        while try select.step() {
            let path = select.string(0)
            verification.documents += 1
            let bytes = Original.unpack(Array(select.bytes(4)), byteCount: Int(select.integer(3)))
            if bytes?.count != Int(select.integer(2)) || bytes.map(Fingerprint.init)?.description != select.string(1) {
                verification.flaws.append(.original(path: path))
            }
            if String(validating: select.bytes(5), as: UTF8.self) == nil {
                verification.flaws.append(.transcript(path: path))
            }
        }
        let transcripts = try HotStatement(
            db, "SELECT path, transcript.text FROM transcript JOIN document ON document.id = document_id")
        while try transcripts.step() {
            guard String(validating: transcripts.bytes(1), as: UTF8.self) == nil else { continue }
            verification.flaws.append(.transcript(path: transcripts.string(0)))
        }
    }

    /// Report by report, so that each transcript is read once.
    private func verifyReports(_ db: Database, _ verification: inout Verification) throws {
        let selection = try Selection(Filter(includesEveryRevision: true), db)
        let counts = try HotStatement(db, "SELECT figure_count FROM report WHERE id = ?1")
        var parts = try ["section", "quantity", "doubt"].map { try PartPositions(db, $0) }
        try ReportWalk(self, indicators: Array(indicators.indices), db).visit(selection.entries) { stop in
            verification.reports += 1
            verification.figures += stop.figures.count
            verification.flaws += stop.figures.compactMap { flaw(of: $0, at: stop) }
            counts.bind(stop.entry.report, at: 1)
            defer { counts.reset() }
            let expected = try counts.step() ? Int(counts.integer(0)) : 0
            if expected != stop.figures.count {
                verification.flaws.append(.count(path: stop.path, expected: expected, found: stop.figures.count))
            }
            for part in parts.indices { try parts[part].verify(stop) }
        }
        verification.flaws += parts.flatMap(\.flaws)
    }

    private func flaw(of figure: Figure, at stop: ReportWalk.Stop) -> Flaw? {
        let code = indicators[figure.indicator].code
        guard stop.text.isCharacters(figure.range) else {
            return .position(path: stop.path, what: code, range: figure.range)
        }
        let evidence = Evidence(stop.text[figure.range])
        return evidence.contradicts(figure.reading)
            ? .evidence(path: stop.path, what: code, found: evidence.text) : nil
    }
}

/// The positions of what hangs on reports, each held against its transcript.
private struct PartPositions {
    private(set) var flaws: [Flaw] = []
    private let table: String
    private let select: HotStatement

    init(_ db: Database, _ table: String) throws {
        self.table = table
        select = try HotStatement(
            db, "SELECT start, \"end\" FROM \(table) WHERE report_id = ?1 AND start IS NOT NULL")
    }

    mutating func verify(_ stop: ReportWalk.Stop) throws {
        select.bind(stop.entry.report, at: 1)
        defer { select.reset() }
        while try select.step() {
            let start = Int(select.integer(0))
            let range = start..<max(start, Int(select.integer(1)))
            if !stop.text.isCharacters(range) {
                flaws.append(.position(path: stop.path, what: table, range: range))
            }
        }
    }
}

extension Flaw {
    fileprivate var isForeign: Bool {
        if case .schema(let difference) = self { !difference.isInTheWayOfReading } else { false }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the range lies within this UTF-8 text and divides none of its characters.
    fileprivate func isCharacters(_ range: Range<Int>) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= count else { return false }
        return [range.lowerBound, range.upperBound].allSatisfy { $0 == count || self[$0] & 0xC0 != 0x80 }
    }
}
