import Catalogue
import Checks
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
    func all(_ findings: [Finding], of archive: Archive) throws -> [String: [[SQLValue]]] {
        [
            PublishedTable.edition.name: editions, PublishedTable.state.name: Self.states,
            PublishedTable.qualifier.name: Self.qualifiers, PublishedTable.succession.name: successions,
            PublishedTable.finding.name: try rows(findings, archive),
            PublishedTable.codebook.name: meanings.rows,
        ]
    }

    private var editions: [[SQLValue]] {
        codebook.forms.map { [.text($0.edition), .text($0.name.zh), .text($0.name.en)] }
            + [[.text("narrative"), .text("无表，只有文字"), .text("no tables, text alone")]]
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

    private func rows(_ findings: [Finding], _ archive: Archive) throws -> [[SQLValue]] {
        var reports: [Place: [Int: Int64]] = [:]
        for report in try archive.reports() { reports[report.place, default: [:]][report.year] = report.id }
        var rows: [[SQLValue]] = []
        for finding in findings {
            let place = Place(county: finding.county, township: finding.township)
            guard let report = reports[place]?[finding.year] else { continue }
            let sentence = finding.sentence
            rows.append([
                .integer(Int64(rows.count + 1)), .integer(report), .text(finding.rule),
                .text(finding.severity.rawValue), finding.lines.first.map { .integer(Int64($0)) } ?? .null,
                .integer(finding.isWaived ? 1 : 0), .text(sentence.zh), .text(sentence.en),
            ])
        }
        return rows
    }
}
