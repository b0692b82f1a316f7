import Catalogue
import Documents
import GRDB
import Reports
import Values

/// What a sentence says of a number: for each role the names of its values, none where the sentence does not say.
package struct NumberDescription: Sendable, Hashable {
    package let names: [NarrativeRole: [String]]
}

/// A number of the narrative, whose it is, and where it stands.
package struct ToldNumber: Sendable {
    package let report: Int64
    package let place: Place
    package let year: Int
    package let amount: Amount
    /// As written: `件`, `元`, `%`, or empty.
    package let unit: String
    /// Byte range in the transcript.
    package let range: Range<Int>
    /// The one that took it.
    package let indicator: Indicator.ID?
    /// Nil where the report was read before numbers were described.
    package let description: NumberDescription?
    /// The path of the document as it was imported.
    package let path: String
    /// The line of the transcript that it stands in, from 1.
    package let line: Int
}

/// Which numbers a question is about.
package struct NumberFilter: Sendable {
    /// For each role the names of values of which a number must have one; the reserved name `none` stands for nothing
    /// said.
    package var values: [NarrativeRole: [String]]
    package var isUnclaimedOnly: Bool

    package init(values: [NarrativeRole: [String]] = [:], isUnclaimedOnly: Bool = false) {
        self.values = values
        self.isUnclaimedOnly = isUnclaimedOnly
    }

    func admits(_ description: NumberDescription) -> Bool {
        values.allSatisfy { role, wanted in
            let said = description.names[role] ?? []
            return said.isEmpty ? wanted.contains(RoleVocabulary.none) : said.contains(where: wanted.contains)
        }
    }
}

extension Archive {
    /// Hands over every number that the filters admit with the transcript that it stands in, by county, township, year
    /// and place in the text; of one state of the archive from first to last.
    package func numbers(
        _ filter: Filter, _ wanted: NumberFilter, _ body: (ToldNumber, _ transcript: [UInt8]) throws -> Void
    ) throws {
        try reading { db in
            let selection = try Selection(filter, db)
            let walk = try NumberWalk(self, wanted, db)
            for entry in selection.entries {
                try walk.visit(entry, of: selection.places[entry.place], body)
            }
        }
    }

    /// How many of the reports were read before numbers were described.
    package func undescribedReports(_ filter: Filter) throws -> Int {
        try reading { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM report WHERE \(Condition(filter, db).sql) AND EXISTS (
                        SELECT 1 FROM quantity WHERE report_id = report.id AND description_id IS NULL)
                    """) ?? 0
        }
    }

    /// The labels of all values that numbers of this archive may have, by role and name.
    package func roleLabels() throws -> [NarrativeRole: [String: Phrase]] {
        try reading { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT role, name, label_zh, label_en FROM role_value")
            var labels: [NarrativeRole: [String: Phrase]] = [:]
            while let row = try rows.next() {
                // A role that only a newer program knows plays no part.
                guard let role = NarrativeRole.named(try row.get("role")) else { continue }
                labels[role, default: [:]][try row.get("name")] = Phrase(
                    zh: try row.get("label_zh"), en: try row.get("label_en"))
            }
            return labels
        }
    }

    /// Every set of roles that some number has, by its id.
    func descriptions(_ db: Database) throws -> [Int64: NumberDescription] {
        let columns = DescriptionTable.roles.map(\.name).joined(separator: ", ")
        let rows = try HotStatement(db, "SELECT id, \(columns) FROM description")
        var result: [Int64: NumberDescription] = [:]
        while try rows.step() {
            var names: [NarrativeRole: [String]] = [:]
            for (column, role) in DescriptionTable.roles.enumerated() {
                let words = rows.string(Int32(column + 1)).split(separator: " ")
                if !words.isEmpty { names[role] = words.map(String.init) }
            }
            result[rows.integer(0)] = NumberDescription(names: names)
        }
        return result
    }
}

/// A walk over the numbers of one report after the other. A transcript is read only where a number of it is wanted.
private struct NumberWalk {
    private let wanted: NumberFilter
    private let descriptions: [Int64: NumberDescription]
    private let admitted: Set<Int64>
    private let indicators: [Int64: Indicator.ID]
    private let quantities: HotStatement
    private let texts: TranscriptReader

    init(_ archive: Archive, _ wanted: NumberFilter, _ db: Database) throws {
        self.wanted = wanted
        descriptions = try archive.descriptions(db)
        admitted = Set(descriptions.filter { wanted.admits($0.value) }.keys)
        indicators = archive.indicatorsByRow
        quantities = try HotStatement(
            db,
            """
            SELECT value, unit, qualifier, precision, start, "end", indicator_id, description_id FROM quantity
            WHERE report_id = ?1 ORDER BY ordinal
            """)
        texts = try TranscriptReader(archive, db)
    }

    func visit(
        _ entry: SelectedReport, of place: Place, _ body: (ToldNumber, [UInt8]) throws -> Void
    ) throws {
        defer { quantities.reset() }
        quantities.bind(entry.report, at: 1)
        var source: (path: String, text: [UInt8], lines: LineNumbers)?
        while try quantities.step() {
            let indicator = quantities.integer(6)
            let description = quantities.integer(7)
            guard admitted.contains(description) || description == 0 && wanted.values.isEmpty,
                indicator == 0 || !wanted.isUnclaimedOnly
            else { continue }
            let (path, text, lines) = try source ?? document(of: entry.report)
            source = (path, text, lines)
            let range = try texts.range(quantities.integer(4), quantities.integer(5), within: text.count)
            let amount = Amount(
                value: quantities.integer(0), qualifier: StoredReading.qualifier(quantities.integer(2)),
                precision: quantities.integer(3))
            try UnadmittedValue.check(amount.value, "quantity.value")
            try UnadmittedValue.check(amount.precision >= 1, "quantity.precision")
            try body(
                ToldNumber(
                    report: entry.report, place: place, year: entry.year, amount: amount, unit: quantities.string(1),
                    range: range, indicator: indicators[indicator], description: descriptions[description], path: path,
                    line: lines.line(at: range.lowerBound)), text)
        }
    }

    private func document(of report: Int64) throws -> (String, [UInt8], LineNumbers) {
        try texts.read(report) { source in
            let text = Array(source.text)
            return (source.path, text, LineNumbers(text))
        }
    }
}
