import Answers
import Catalogue
import Foundation
import Importing
import Reports
import Storage

/// What became of one file, for programs: one JSON object a line.
struct ImportRecord: Encodable {
    var path: String
    /// `new`, `same`, `revision`, `original` (the same report in another format), `placed` (known without its county
    /// until now), `contested`, `readable` (a trial run), `passed_over` or `refused`.
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
    /// What staff put in place of figures and goes on counting, whatever the file says; only where there is any.
    var corrections: [CorrectionRecord]?
    /// The file of the report that this one says the same as, or is contested with, and why; where it stood before.
    var other: String?
    var contest: String?
    /// In a trial run, what the outcome would be.
    var expected: String?
    /// Of a file that the archive has, the revision that counts now; null where it was removed.
    var currentRevision: Int?
    var error: String?

    struct DoubtRecord: Encodable {
        var rule: String
        var line: Int?
        /// Of a workbook: `表3!D7`.
        var cell: String?
        var message: String
    }

    struct ChangeRecord: Encodable {
        var indicator: String
        var old: String
        var new: String

        init(_ change: Change, _ indicators: IndicatorList) {
            let indicator = indicators[change.indicator]
            self.indicator = indicator.code
            old = ReadingWords.of(change.old, indicator.unit, .current)
            new = ReadingWords.of(change.new, indicator.unit, .current)
        }
    }

    struct CorrectionRecord: Encodable {
        var indicator: String
        var value: String

        init(_ indicator: Indicator, _ value: Int64) {
            self.indicator = indicator.code
            self.value = indicator.unit.display(value) + indicator.unit.rawValue
        }
    }

    /// - Parameter corrections: those that count besides, of a revision.
    init(_ result: ImportResult, indicators: IndicatorList, corrections: [CorrectionRecord] = []) {
        self.corrections = corrections.isEmpty ? nil : corrections
        path = result.path
        outcome = "same"
        switch result.fate {
        case .refused(let error):
            outcome = "refused"
            self.error = error.explanation[.current]
        case .known(let reports): describe(reports)
        case .rival(let contest, let reports):
            describe(reports)
            outcome = "contested"
            describe(contest, indicators)
        case .returned(let number, let changes, let reports, let isTrial):
            describe(reports)
            outcome = isTrial ? "readable" : "revision"
            if isTrial { expected = "revision" }
            revision = number
            self.changes = changes.map { ChangeRecord($0, indicators) }
        case .passedOver: outcome = "passed_over"
        case .read(let read, let expectation):
            describe(read)
            if let expectation { describe(expectation, indicators) }
            expected = expectation.map { _ in outcome }
            outcome = "readable"
        case .stored(let fate, let read):
            describe(read)
            describe(fate, indicators)
        }
    }

    private mutating func describe(_ fate: Outcome, _ indicators: IndicatorList) {
        switch fate {
        case .new: outcome = "new"
        case .same, .ofSeats: outcome = "same"
        case .revision(let number, let changes, _):
            outcome = "revision"
            revision = number
            self.changes = changes.map { ChangeRecord($0, indicators) }
        case .original(let path, let number):
            outcome = "original"
            revision = number
            other = path
        case .placed(let place):
            outcome = "placed"
            other = place
        case .contested(let contest):
            outcome = "contested"
            describe(contest, indicators)
        }
    }

    private mutating func describe(_ contest: Contest, _ indicators: IndicatorList) {
        other = contest.path.isEmpty ? nil : contest.path
        changes = contest.changes.map { ChangeRecord($0, indicators) }
        self.contest =
            switch contest.reason {
            case .sameImport: "same_import"
            case .fewerCells: "fewer_cells"
            case .erasesCells: "erases_cells"
            case .chosen: "chosen"
            case .undecided: "undecided"
            case .otherYear: "other_year"
            case .unlike: "unlike"
            case .countyless: "countyless"
            case .inCounty: "in_county"
            case .severalPlaces: "several_places"
            case .elsewhere: "elsewhere"
            }
    }

    private mutating func describe(_ reports: [KnownReport]) {
        guard let known = reports.first else { return }
        county = known.report.place.county
        township = known.report.place.township
        year = known.report.year
        revision = known.report.revision
        currentRevision = known.current?.revision
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
            DoubtRecord(
                rule: $0.doubt.kind.rawValue, line: $0.line, cell: $0.cell, message: $0.doubt.explanation[.current])
        }
    }

    func line() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
