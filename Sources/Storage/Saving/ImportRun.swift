import Documents
import Reports
import Values

/// One import from its first file to its last: what it has read of which township and year, so that two files of one
/// report are told apart from a corrected file that comes alone.
///
/// It remembers places and years only, so that memory does not grow with what is in the reports.
package final class ImportRun {
    /// What the run has of a township and year.
    struct Entry {
        let path: String
        let report: Int64
        /// The revision from before the run that this file took the place of.
        let replaced: Int64?
    }

    /// Which files may take the place of a report whatever they say.
    package struct Replacing: Sendable {
        /// Every file that is alone in the import.
        package var all: Bool
        /// Paths as they are stored; these go before other files of the import as well.
        package var paths: Set<String>
        /// Those of either that were named one by one, and not with their folder: somebody has chosen them.
        package var chosen: Set<String>

        package init(all: Bool = false, paths: Set<String> = [], chosen: Set<String> = []) {
            self.all = all
            self.paths = paths
            self.chosen = chosen
        }
    }

    /// The paths that the user named, for the ledger.
    let subject: String
    let author: String
    /// Whether the ledger has a batch of it already.
    var isNoted = false
    private let replacing: Replacing
    private var entries: [Seat: Entry] = [:]

    package init(subject: String, author: String, replacing: Replacing = Replacing()) {
        self.subject = subject
        self.author = author
        self.replacing = replacing
    }

    func entry(_ seat: Seat) -> Entry? { entries[seat] }

    func note(_ seat: Seat, path: String, report: Int64, replaced: Int64?) {
        entries[seat] = Entry(path: path, report: report, replaced: replaced)
    }

    /// Of a township that is gone.
    func forget(_ seat: Seat) { entries[seat] = nil }

    func isNamed(_ path: String) -> Bool { replacing.paths.contains(path) }

    /// Whether the user has said of this very file that it counts.
    func chooses(_ path: String) -> Bool { replacing.chosen.contains(path) }

    /// What becomes of a file whose township and year have a report.
    func verdict(on newcomer: Newcomer, _ seat: Seat, _ current: CurrentReport) -> Verdict {
        verdict(on: newcomer, current: current, isInRun: entries[seat] != nil)
    }

    func verdict(on newcomer: Newcomer, current: CurrentReport, isInRun: Bool) -> Verdict {
        if newcomer.changes.isEmpty, isInRun || newcomer.mediaType != current.mediaType { return .saysTheSame }
        if isNamed(newcomer.path) { return .replaces }
        if newcomer.question == .answered, current.isChosen { return .contested(.chosen) }
        if isInRun { return .contested(.sameImport) }
        if newcomer.changes.isEmpty || replacing.all { return .replaces }
        if newcomer.cellsRead < current.cellsRead {
            return .contested(.fewerCells(newcomer.cellsRead, current: current.cellsRead))
        }
        // A blank counts as a cell that was read, and says nothing where there was a figure.
        if newcomer.erasedCount > 0 { return .contested(.erasesCells(newcomer.erasedCount)) }
        if newcomer.isOfDoubtfulYear { return .contested(.otherYear) }
        if current.isChosen { return .contested(.chosen) }
        if !newcomer.isCorrectedVersion(of: current) { return .contested(.unlike) }
        return newcomer.question == .none ? .replaces : .contested(.undecided)
    }
}

/// What becomes of a file for a township and year that have a report.
enum Verdict: Equatable {
    /// It is the same report in another format, and kept beside it.
    case saysTheSame
    case replaces
    case contested(Contest.Reason)
}

/// A file that could take the place of a report, and how it differs from it.
struct Newcomer {
    /// So many figures may differ in any corrected version, however few there are in all.
    private static let few = 3

    let path: String
    let mediaType: String
    let edition: String
    let cellsRead: Int
    let changes: [Change]
    /// Whether it may be of another year than its title tells.
    let isOfDoubtfulYear: Bool
    /// Cells that are blank in it, and had a figure.
    let erasedCount: Int
    /// Whether it was asked before if it counts, and answered.
    let question: QuestionState
    /// Numbers other than 0 that both have.
    private let agreements: Int

    init(_ submission: Submission, old: [Figure], changes: [Change], question: QuestionState) {
        self.question = question
        path = submission.original.path
        mediaType = submission.document.mediaType.rawValue
        edition = submission.report.edition
        cellsRead = submission.report.cellsRead
        self.changes = changes
        let changed = Set(changes.map(\.indicator))
        isOfDoubtfulYear = submission.report.doubts.contains { $0.kind == .yearOutvoted }
        erasedCount = changes.count { $0.new == .blank && $0.old?.amount != nil }
        agreements = old.count { ($0.reading.amount?.value ?? 0) != 0 && !changed.contains($0.indicator) }
    }

    /// Whether it is plainly the same report with some figures corrected: in the same form, and under the same file's
    /// name or with most of its figures as they were. Blanks that were filled in contradict nothing.
    func isCorrectedVersion(of current: CurrentReport) -> Bool {
        guard edition == current.edition else { return false }
        if Self.name(path) == Self.name(current.path) { return true }
        let contradictions = changes.count { $0.old?.amount != nil && $0.new?.amount != nil }
        return contradictions <= max(agreements, Self.few)
    }

    private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}
