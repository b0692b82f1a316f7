import Documents
import Reports
import Values

/// One file to be archived: its bytes, its transcript, and what it was read as.
package struct Submission: Sendable {
    package var original: Original
    package var document: Document
    /// Its figures' indicators are places in `Archive.indicators`.
    package var report: Report

    package init(original: Original, document: Document, report: Report) {
        self.original = original
        self.document = document
        self.report = report
    }
}

/// What became of a submission.
package enum Outcome: Sendable, Equatable {
    /// The first report of its township and year.
    case new
    /// The archive has this file for this township and year, as the current or an earlier revision; nothing was
    /// changed.
    case same
    /// Another file for a township and year that had a report: it is now the current one, and these figures differ.
    case revision(Int, changes: [Change])
}

/// A figure that differs between two revisions of a report.
package struct Change: Sendable, Hashable {
    /// The place in `Archive.indicators`.
    package let indicator: Int
    /// Nil where the revision does not have the figure at all.
    package let old: Reading?
    package let new: Reading?
    /// Whether nobody looked for the indicator before, or does by now: then that there is no figure says nothing.
    package var isOldUnread = false
    package var isNewUnread = false

    package init(indicator: Int, old: Reading?, new: Reading?) {
        self.indicator = indicator
        self.old = old
        self.new = new
    }

    /// The figures that differ, in the order of the indicators.
    static func between(_ old: [Figure], _ new: [Figure]) -> [Change] {
        let before = Dictionary(old.map { ($0.indicator, $0.reading) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { ($0.indicator, $0.reading) }, uniquingKeysWith: { first, _ in first })
        return Set(before.keys).union(after.keys).sorted().compactMap { indicator in
            let change = Change(indicator: indicator, old: before[indicator], new: after[indicator])
            return change.old == change.new ? nil : change
        }
    }
}
