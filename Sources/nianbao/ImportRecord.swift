import Answers
import Catalogue
import Foundation
import Importing
import Reports
import Storage

/// What became of one file, for programs: one JSON object a line.
struct ImportRecord: Encodable {
    var path: String
    /// `new`, `same`, `revision`, `readable` (a trial run) or `refused`.
    var outcome: String
    var county: String?
    var township: String?
    var year: Int?
    var edition: String?
    var revision: Int?
    var cellsRead: Int?
    var cellsExpected: Int?
    var cellsReported: Int?
    var cellsBlank: Int?
    var cellsNotApplicable: Int?
    var cellsUnreadable: Int?
    var cellsMissing: Int?
    var narrativeFigures: Int?
    /// Figures recognised from pictures, and those of them that sums prove; only where there are any.
    var figuresRecognised: Int?
    var figuresProved: Int?
    var doubts: [DoubtRecord]?
    var changes: [ChangeRecord]?
    var error: String?

    struct DoubtRecord: Encodable {
        var rule: String
        var line: Int?
        var message: String
    }

    struct ChangeRecord: Encodable {
        var indicator: String
        var old: String
        var new: String
    }

    init(_ result: ImportResult, indicators: IndicatorList) {
        path = result.path
        outcome = "same"
        switch result.fate {
        case .refused(let error):
            outcome = "refused"
            self.error = error.explanation[.current]
        case .known(let reports):
            outcome = "same"
            county = reports.first?.place.county
            township = reports.first?.place.township
            year = reports.first?.year
        case .read(let read):
            outcome = "readable"
            describe(read)
        case .stored(let fate, let read):
            describe(read)
            switch fate {
            case .new: outcome = "new"
            case .same: outcome = "same"
            case .revision(let number, let changes):
                outcome = "revision"
                revision = number
                self.changes = changes.map { change in
                    let indicator = indicators[change.indicator]
                    return ChangeRecord(
                        indicator: indicator.code, old: ReadingWords.of(change.old, indicator.unit, .current),
                        new: ReadingWords.of(change.new, indicator.unit, .current))
                }
            }
        }
    }

    private mutating func describe(_ read: ReadReport) {
        let report = read.report
        county = report.county
        township = report.township
        year = report.year
        edition = report.edition
        cellsRead = report.cellsRead
        cellsExpected = report.cellsExpected
        cellsReported = report.cells.reported
        cellsBlank = report.cells.blank
        cellsNotApplicable = report.cells.notApplicable
        cellsUnreadable = report.cells.unreadable
        cellsMissing = report.cellsMissing
        narrativeFigures = read.narrativeCount
        let recognised = report.figures.filter { $0.recognition != nil }
        if !recognised.isEmpty {
            figuresRecognised = recognised.count
            figuresProved = recognised.count { $0.recognition == .proved }
        }
        doubts = read.doubts.map {
            DoubtRecord(rule: $0.doubt.kind.rawValue, line: $0.line, message: $0.doubt.explanation[.current])
        }
    }

    func line() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
