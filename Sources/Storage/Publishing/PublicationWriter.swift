import Catalogue
import Documents
import GRDB
import Reports
import Values

/// Fills the tables of a publication from one state of an archive.
struct PublicationWriter {
    private let archive: Archive
    private let codebook: Codebook
    private let source: Database
    private let target: Database

    init(_ archive: Archive, codebook: Codebook, from source: Database, to target: Database) {
        self.archive = archive
        self.codebook = codebook
        self.source = source
        self.target = target
    }

    func write(_ findings: [PublishedFinding]) throws {
        try writeLabels()
        try copy("county", "SELECT id, nullif(name, ''), nullif(code, '') FROM county ORDER BY id")
        try copy(
            "township", "SELECT id, county_id, name, nullif(kind, ''), nullif(code, '') FROM township ORDER BY id")
        try copy(
            "report",
            """
            SELECT report.id, township_id, year, edition, nullif(title, ''), period_start, period_end, published_on, revision,
                cells_expected, cells_read, nullif(path, ''), sha256
            FROM report JOIN document ON document.id = document_id WHERE superseded_by IS NULL ORDER BY report.id
            """)
        try copy("indicator", "SELECT id, code, label_zh, label_en, unit, scale FROM indicator ORDER BY id")
        try writeFigures()
        for (number, finding) in findings.enumerated() {
            try insert(
                "finding",
                [
                    number + 1, finding.report, finding.rule, finding.severity, finding.line,
                    finding.isWaived ? 1 : 0, finding.message.zh, finding.message.en,
                ])
        }
    }

    private func writeLabels() throws {
        for form in codebook.forms { try insert("edition", [form.edition, form.name.zh, form.name.en]) }
        try insert("edition", ["narrative", "无表，只有文字", "no tables, text alone"])
        for state in Reading.State.allCases {
            try insert("state", [state.rawValue, state.meaning.zh, state.meaning.en])
        }
        for qualifier in Qualifier.allCases {
            try insert("qualifier", [qualifier.rawValue, qualifier.words.zh, qualifier.words.en])
        }
        var number = 0
        for succession in codebook.successions {
            let newer: [String?] = succession.newer.isEmpty ? [nil] : succession.newer
            for older in succession.older {
                for code in newer {
                    number += 1
                    let (grade, note) = (succession.grade.rawValue, succession.note)
                    try insert("succession", [number, older, code, grade, note.zh, note.en])
                }
            }
        }
    }

    /// By report, as the reports' texts are read once each for their lines.
    private func writeFigures() throws {
        let insert = try HotStatement(
            target, "INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        let corrections = try Corrections(source)
        let selection = try Selection(Filter(), source)
        let walk = try ReportWalk(archive, indicators: Array(archive.indicators.indices), source)
        try walk.visit(selection.entries) { stop in
            let lines = LineNumbers(Array(stop.text))
            for figure in stop.figures {
                let indicator = archive.indicatorIDs[figure.indicator]
                insert.bind(stop.entry.report, at: 1)
                insert.bind(indicator, at: 2)
                try insert.bind(figure.reading.state.rawValue, at: 3)
                insert.bind(figure.reading.amount?.value, at: 4)
                try insert.bind(figure.reading.amount?.qualifier?.rawValue, at: 5)
                insert.bind(figure.reading.amount?.precision, at: 6)
                insert.bind(corrections[indicator, stop.entry.report], at: 7)
                insert.bind(lines.line(at: figure.range.lowerBound), at: 8)
                try insert.run()
            }
        }
    }

    private func copy(_ table: String, _ select: String) throws {
        let rows = try Row.fetchCursor(source, sql: select)
        while let row = try rows.next() {
            try insert(table, row.databaseValues.map { $0 as (any DatabaseValueConvertible)? })
        }
    }

    private func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
        try target.execute(sql: "INSERT INTO \(table) VALUES (\(marks))", arguments: StatementArguments(values))
    }
}
