import Catalogue
import Storage
import Values

/// What a comparison does where the official form changed: puts the counterpart of an indicator in its place, and says
/// so.
struct EditionBreaks {
    let successions: [Succession]
    private let units: [String: Unit]
    /// Whether figures that cannot be compared are shown side by side all the same.
    private let acrossEditions: Bool

    init(_ successions: [Succession], indicators: [Indicator], acrossEditions: Bool) {
        self.successions = successions
        self.acrossEditions = acrossEditions
        units = Dictionary(indicators.map { ($0.code, $0.unit) }, uniquingKeysWith: { first, _ in first })
    }

    /// The codes that a comparison of these must know the figures of.
    func codes(for codes: [String]) -> Set<String> {
        successions.reduce(into: Set(codes)) { result, succession in
            if codes.contains(where: succession.concerns) { result.formUnion(succession.older + succession.newer) }
        }
    }

    /// The figure of a report of another form that takes an indicator's place; nil where there is none.
    func substitute(for indicator: Indicator, _ row: Int, _ year: Int, in grid: ComparisonGrid) -> ComparedCell? {
        guard grid.isReported(row, year) else { return nil }
        for (place, succession) in successions.enumerated() {
            guard let codes = succession.counterpart(of: indicator.code),
                succession.grade != .notComparable || acrossEditions,
                codes.allSatisfy({ units[$0] == indicator.unit })
            else { continue }
            let figures = codes.compactMap { grid.figure($0, row, year) }
            if figures.count == codes.count { return ComparedCell(sumOf: figures, succession: place) }
        }
        return nil
    }

    /// Whether the change between two cells means anything.
    func areComparable(_ first: ComparedCell, _ second: ComparedCell) -> Bool {
        first.succession == second.succession
            || ![first, second].contains { cell in
                cell.succession.map { successions[$0].grade == .notComparable } ?? false
            }
    }

    /// Refuses years on both sides of a change that cannot be compared over. A year is on the side that more of its
    /// reports are on, so that one township with an old form does not stop a question about all.
    func check(_ codes: [String], in grid: ComparisonGrid) throws(IncomparableEditions) {
        guard !acrossEditions else { return }
        for succession in successions
        where succession.grade == .notComparable && codes.contains(where: succession.concerns) {
            let sides = zip(grid.counts(of: succession.older), grid.counts(of: succession.newer))
            let years = zip(grid.years, sides)
            let older = years.filter { $0.1.0 > $0.1.1 }.map(\.0)
            let newer = years.filter { $0.1.0 < $0.1.1 }.map(\.0)
            if !older.isEmpty, !newer.isEmpty {
                throw IncomparableEditions(succession: succession, olderYears: older, newerYears: newer)
            }
        }
    }

    /// The footnote of a succession; `labels` gives what a code means.
    func footnote(_ place: Int, labels: (String) -> Phrase) -> Phrase {
        let succession = successions[place]
        let grade: Phrase =
            switch succession.grade {
            case .same: Phrase(zh: "口径相同", en: "same")
            case .near: Phrase(zh: "口径相近", en: "near")
            case .notComparable: Phrase(zh: "口径不同，不可比", en: "not comparable")
            case .ended: Phrase(zh: "已取消", en: "ended")
            }
        func side(_ codes: [String], _ language: Language) -> String {
            codes.map { "\(labels($0)[language]) (\($0))" }.joined(separator: " + ")
        }
        let arrow = succession.newer.isEmpty ? "" : " → "
        return Phrase(
            zh:
                """
                \(grade.zh)：\(side(succession.older, .chinese))\(arrow)\(side(succession.newer, .chinese))。\
                \(succession.note.zh)
                """,
            en:
                """
                \(grade.en): \(side(succession.older, .english))\(arrow)\(side(succession.newer, .english)); \
                \(succession.note.en)
                """
        )
    }
}

/// A comparison over a change of the form that left nothing to compare.
package struct IncomparableEditions: ExplainedError, Equatable {
    package let succession: Succession
    package let olderYears: [Int]
    package let newerYears: [Int]

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        let older = succession.older.joined(separator: "、")
        let newer = succession.newer.joined(separator: "、")
        let (early, late) = (YearText.of(olderYears), YearText.of(newerYears))
        return Phrase(
            zh:
                """
                \(older)（\(early)）与 \(newer)（\(late)）口径不同，不能比较：\(succession.note.zh)。请用 --years 只选一边的年份，或加 \
                --across-editions 一并列出
                """,
            en:
                """
                \(older) (\(early)) and \(newer) (\(late)) cannot be compared: \(succession.note.en); choose the years \
                of one side with --years, or add --across-editions to see both
                """
        )
    }
}

/// Years as `--years` takes them: `2019-2021,2023`.
enum YearText {
    static func of(_ years: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for year in years.sorted() {
            if let last = ranges.last, last.upperBound == year - 1 {
                ranges[ranges.count - 1] = last.lowerBound...year
            } else {
                ranges.append(year...year)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
