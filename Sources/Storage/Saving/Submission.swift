import Catalogue
import Documents
import Reports
import Values

/// One file to be archived: its bytes, its transcript, and what it was read as.
package struct Submission: Sendable {
    package var original: Original
    package var document: Document
    /// Its figures are of the archive's indicators.
    package var report: Report
    /// Whether the file gives other reports as well.
    package var isPart: Bool

    package init(original: Original, document: Document, report: Report, isPart: Bool = false) {
        self.original = original
        self.document = document
        self.report = report
        self.isPart = isPart
    }
}

/// What an import has at hand next.
package enum Arrival: Sendable {
    case submission(Submission)
    /// A file whose bytes the archive has, so that it was not read again.
    case known(Fingerprint, path: String)
}

/// What became of what arrived.
package enum Outcome: Sendable, Equatable {
    /// The first report of its township and year.
    case new
    /// The archive has this file for this township and year, as the current or an earlier revision; nothing was
    /// changed.
    case same
    /// Another file for a township and year that had a report: it is now the current one of the place, which may be
    /// another than the file names, and these figures differ.
    case revision(Int, changes: [Change], of: Place)
    /// The same figures as the report that was read from the other file: kept beside it.
    case original(of: String, revision: Int)
    /// The archive has this file, without a county until now: the report of this name stands where the user says.
    case placed(from: String)
    /// It says otherwise than the report there is, and nobody said which one counts: nothing was replaced.
    case contested(Contest)
    /// Of a file that the archive has and that was not read again: what became of each of its reports, where anything
    /// did.
    case ofSeats([SeatOutcome])

    package var isContested: Bool {
        switch self {
        case .contested: true
        case .ofSeats(let outcomes): outcomes.contains { $0.outcome.isContested }
        default: false
        }
    }

    init(ofKnown outcomes: [SeatOutcome]) {
        self = outcomes.allSatisfy { $0.outcome == .same } ? .same : .ofSeats(outcomes)
    }
}

/// What became of a file for one of the townships and years that it has reports of.
package struct SeatOutcome: Sendable, Equatable {
    package let seat: PlaceYear
    package let outcome: Outcome
}

/// A question that only a person can answer: which of two files is the report.
package struct Contest: Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        /// Both are files of one import.
        case sameImport
        /// It was read less fully than the report there is.
        case fewerCells(Int, current: Int)
        /// So many cells that have a figure in the report there is are blank in it.
        case erasesCells(Int)
        /// Somebody has said that the report there is counts.
        case chosen
        /// It was asked about before, and nobody has said that it counts.
        case undecided
        /// Its title tells the report's year, and all else another one.
        case otherYear
        /// Too much differs for a corrected version of the same report.
        case unlike
        /// The township of this name has a report of the year that names no county.
        case countyless
        /// The file names no county, and a township of this name in this one has a report of the year.
        case inCounty(Place)
        /// These places bore its name, and none does.
        case severalPlaces([String])
        /// The same bytes count for this township and year.
        case elsewhere(Place, year: Int)
    }

    package let reason: Reason
    /// The file of the report that it differs from, and that report's revision.
    package let path: String
    package let revision: Int
    /// From that report to this file.
    package let changes: [Change]
    /// The revision in which the earlier report was put back, where the other file had taken its place already.
    package let restored: Int?
}

extension Contest {
    /// A question of whose report it is, which no other file is about.
    init(ofPlaces choices: [String]) {
        self.init(reason: .severalPlaces(choices), path: "", revision: 0, changes: [], restored: nil)
    }
}

/// A figure that differs between two revisions of a report.
package struct Change: Sendable, Hashable {
    package let indicator: Indicator.ID
    /// Nil where the revision does not have the figure at all.
    package let old: Reading?
    package let new: Reading?
    /// Whether nobody looked for the indicator before, or does by now: then that there is no figure says nothing.
    package var isOldUnread = false
    package var isNewUnread = false

    package init(indicator: Indicator.ID, old: Reading?, new: Reading?) {
        self.indicator = indicator
        self.old = old
        self.new = new
    }

    /// The figures that differ, in the order of the indicators.
    ///
    /// - Parameter isExact: whether a number that is written more precisely is another: 12.34万元 and 123400元 tell the
    ///   same to everyone but checks.
    static func between(_ old: [Figure], _ new: [Figure], isExact: Bool = false) -> [Change] {
        let before = Dictionary(old.map { ($0.indicator, $0.reading) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { ($0.indicator, $0.reading) }, uniquingKeysWith: { first, _ in first })
        return Set(before.keys).union(after.keys).sorted().compactMap { indicator in
            let change = Change(indicator: indicator, old: before[indicator], new: after[indicator])
            let isSame = isExact ? change.old == change.new : plain(change.old) == plain(change.new)
            return isSame ? nil : change
        }
    }

    /// Without the precision that it was written in.
    static func plain(_ reading: Reading?) -> Reading? {
        reading.map { $0.amount.map { .reported(Amount(value: $0.value, qualifier: $0.qualifier)) } ?? $0 }
    }
}
