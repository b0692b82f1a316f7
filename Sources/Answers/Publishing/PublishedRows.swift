import Catalogue
import Checks
import Output
import Reports
import Storage
import Values

/// The rows of a publication that an archive does not have itself: what its words mean, what the catalogue knows of
/// indicators, and what was found.
struct PublishedRows {
    private let codebook: Codebook
    private let meanings: CodebookRows

    init(_ codebook: Codebook, _ meanings: CodebookRows) {
        self.codebook = codebook
        self.meanings = meanings
    }

    /// By the names of their tables.
    func all() -> [String: [[SQLValue]]] {
        [
            PublishedTable.edition.name: editions, PublishedTable.state.name: Self.states,
            PublishedTable.qualifier.name: Self.qualifiers, PublishedTable.succession.name: successions,
            PublishedTable.codebook.name: meanings.rows,
        ]
    }

    private var editions: [[SQLValue]] {
        codebook.forms.map { [.text($0.edition), .text($0.name.zh), .text($0.name.en)] }
            + [[.text(Edition.none), .text("无表，只有文字"), .text("no tables, text alone")]]
    }

    private static let states: [[SQLValue]] =
        Reading.State.allCases.map { [.text($0.rawValue), .text($0.meaning.zh), .text($0.meaning.en)] }
        + [[.text(PublishedTable.entered), .text("原文未提及，人工补录"), .text("not mentioned, entered by staff")]]

    private static let qualifiers: [[SQLValue]] = Qualifier.allCases.map {
        [.text($0.rawValue), .text($0.words.zh), .text($0.words.en)]
    }

    /// A row for each pair of an older and a newer indicator.
    private var successions: [[SQLValue]] {
        var rows: [[SQLValue]] = []
        for succession in codebook.successions {
            let newer: [SQLValue] = succession.newer.isEmpty ? [.null] : succession.newer.map(SQLValue.text)
            for older in succession.older {
                for code in newer {
                    rows.append([
                        .integer(Int64(rows.count + 1)), .text(older), code, .text(succession.grade.rawValue),
                        .text(succession.note.zh), .text(succession.note.en),
                    ])
                }
            }
        }
        return rows
    }

    /// Hands over what a check finds, the gravest first, as the rows of a table.
    ///
    /// - Parameter check: hands over the reports with what is found in each.
    static func findings(
        _ check: ((ReportSummary, CheckResult) throws -> Void) throws -> Void, _ add: ([SQLValue]) throws -> Void
    ) throws {
        let queue = FindingQueue()
        try check { report, result in
            for finding in result.findings { try queue.add(finding, row(finding, report: report.id)) }
        }
        var id: Int64 = 0
        try queue.visit { row, _ in
            id += 1
            try add([.integer(id)] + row.map(SQLValue.init))
        }
    }

    private static func row(_ finding: Finding, report: Int64) -> [Entry] {
        let sentence = finding.sentence
        return [
            .number(Number(report)), .text(finding.rule), .text(finding.severity.rawValue),
            finding.lines.first.map(Entry.count) ?? .empty, .count(finding.isWaived ? 1 : 0), .text(sentence.zh),
            .text(sentence.en),
        ]
    }
}

extension SQLValue {
    /// Of an entry that is a whole number, a text or empty.
    fileprivate init(_ entry: Entry) {
        switch entry {
        case .number(let number): self = .integer(number.units)
        case .text(let text): self = .text(text)
        default: self = .null
        }
    }
}
