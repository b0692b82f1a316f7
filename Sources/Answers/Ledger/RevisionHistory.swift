import Output
import Storage
import Values

/// How revisions stand, as of a moment or now: which of them counts, where each came from, and who did what to it.
package struct RevisionHistory {
    package static func columns(isForPeople: Bool) -> [Column] {
        let zone = isForPeople ? Phrase("") : Phrase(zh: "（UTC）", en: " (UTC)")
        return [
            Column("standing", Phrase(zh: "情况", en: "standing")),
            Column("read_at", Phrase(zh: "入档时间\(zone.zh)", en: "read at\(zone.en)")),
            Column("deed", Phrase(zh: "经过", en: "deed")), Column("reason", Phrase(zh: "理由", en: "reason")),
            Column("author", Phrase(zh: "经办人", en: "author")),
            Column("made_at", Phrase(zh: "时间\(zone.zh)", en: "time\(zone.en)")),
        ]
    }

    /// Raw values are what programs read.
    private enum Standing: String {
        case current, superseded, removed

        var words: Phrase {
            switch self {
            case .current: Phrase(zh: "现用", en: "current")
            case .superseded: Phrase(zh: "已被取代", en: "superseded")
            case .removed: Phrase(zh: "已移除", en: "removed")
            }
        }
    }

    private let notes: [Int64: [RevisionNote]]
    private let moment: String?
    private let isForPeople: Bool
    private let language: Language
    /// Of each township and year the last revision that was there.
    private let current: [PlaceYear: Int]

    /// - Parameter filter: the revisions that are told of.
    package init(
        _ archive: Archive, _ filter: Filter, asOf moment: Moment?, isForPeople: Bool, _ language: Language
    ) throws {
        notes = try archive.revisionNotes()
        self.moment = moment?.description
        self.isForPeople = isForPeople
        self.language = language
        let time = moment?.description
        var current: [PlaceYear: Int] = [:]
        try archive.eachReport(filter) { report in
            guard !Self.isRemoved(report, time) else { return }
            let key = PlaceYear(place: report.place, year: report.year)
            current[key] = max(current[key] ?? 0, report.revision)
        }
        self.current = current
    }

    private static func isRemoved(_ report: ReportSummary, _ moment: String?) -> Bool {
        guard let removedAt = report.removedAt else { return false }
        return moment.map { removedAt <= $0 } ?? true
    }

    private func standing(_ report: ReportSummary) -> Standing {
        if Self.isRemoved(report, moment) { return .removed }
        return current[PlaceYear(place: report.place, year: report.year)] == report.revision ? .current : .superseded
    }

    /// The entries of the columns; of several deeds the last one by then.
    package func entries(_ report: ReportSummary) -> [Entry] {
        let standing = standing(report)
        let note = notes[report.id]?.last { note in moment.map { note.madeAt <= $0 } ?? true }
        return [
            .text(isForPeople ? standing.words[language] : standing.rawValue), .text(time(report.readAt)),
            .text(note.map(deed) ?? ""), .text(note?.reason ?? ""), .text(note?.author ?? ""),
            .text(note.map { time($0.madeAt) } ?? ""),
        ]
    }

    private func time(_ moment: String) -> String { LocalTime.words(moment, isForPeople: isForPeople) }

    private func deed(_ note: RevisionNote) -> String {
        guard isForPeople else { return note.action.rawValue + (note.origin.map { " \($0)" } ?? "") }
        switch (note.action, note.origin) {
        case (.revert, let origin?): return Phrase(zh: "恢复第 \(origin) 版", en: "back to revision \(origin)")[language]
        case (.move, nil): return Phrase(zh: "改归别处", en: "moved away")[language]
        case (.move, _): return Phrase(zh: "由别处改归", en: "moved here")[language]
        case (.remove, _): return Phrase(zh: "移除", en: "removed")[language]
        default: return note.action.words[language]
        }
    }
}
