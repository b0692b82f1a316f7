import Catalogue
import Storage
import Values

/// What a comparison does where the official form changed: puts the counterpart of an indicator in its place, and says
/// so.
struct EditionBreaks {
    let indicators: IndicatorList
    let successions: [Succession]
    /// Of each succession, what the archive has.
    let sides: [Sides]
    /// How measures are worked out of other forms than their own, behind the successions.
    private let variants: [Phrase]
    /// For each measure, where its first variant is.
    private let firstVariant: [String: Int]
    /// Whether figures that cannot be compared are shown side by side all the same.
    private let acrossEditions: Bool

    init(
        _ successions: [Succession], indicators: IndicatorList, acrossEditions: Bool, measures: [Measure] = []
    ) {
        var variants: [Phrase] = []
        var firstVariant: [String: Int] = [:]
        for measure in measures {
            firstVariant[measure.code] = successions.count + variants.count
            variants += measure.formulas.dropFirst().map { formula in
                let (label, note) = (measure.label, formula.note ?? Phrase(""))
                return Phrase(zh: "\(label.zh)：\(note.zh)", en: "\(label.en): \(note.en)")
            }
        }
        (self.variants, self.firstVariant) = (variants, firstVariant)
        self.successions = successions
        self.acrossEditions = acrossEditions
        self.indicators = indicators
        sides = successions.map { Sides($0, in: indicators) }
    }

    /// The two sides of a succession as indicators of the archive. A code that it does not have has no figures there.
    struct Sides {
        let older: [Indicator.ID]
        let newer: [Indicator.ID]
        private let counts: (older: Int, newer: Int)

        init(_ succession: Succession, in indicators: IndicatorList) {
            older = succession.older.compactMap(indicators.id(of:))
            newer = succession.newer.compactMap(indicators.id(of:))
            counts = (succession.older.count, succession.newer.count)
        }

        func concern(_ indicator: Indicator.ID) -> Bool { older.contains(indicator) || newer.contains(indicator) }

        /// The other side, whole, where this indicator alone is its side: what may stand in its place in a report of
        /// another form.
        func counterpart(of indicator: Indicator.ID) -> [Indicator.ID]? {
            if older == [indicator], counts.older == 1, counts.newer > 0 {
                return newer.count == counts.newer ? newer : nil
            }
            if newer == [indicator], counts.newer == 1 { return older.count == counts.older ? older : nil }
            return nil
        }
    }

    /// What a comparison of these must know the figures of.
    func indicators(for asked: [Indicator.ID]) -> Set<Indicator.ID> {
        sides.reduce(into: Set(asked)) { result, sides in
            if asked.contains(where: sides.concern) { result.formUnion(sides.older + sides.newer) }
        }
    }

    /// The figure of a report of another form that takes an indicator's place; nil where there is none.
    func substitute(for indicator: Indicator.ID, _ row: Int, _ year: Int, in grid: ComparisonGrid) -> ComparedCell? {
        guard grid.isReported(row, year),
            let other = counterpart(of: indicator, where: { grid.figure($0, row, year) != nil })
        else { return nil }
        return ComparedCell(
            sumOf: other.indicators.compactMap { grid.figure($0, row, year) }, succession: other.place)
    }

    /// What stands for an indicator in a report that has all of it, and the place of the succession that says so.
    func counterpart(
        of indicator: Indicator.ID, where isThere: (Indicator.ID) -> Bool
    ) -> (place: Int, indicators: [Indicator.ID])? {
        for (place, sides) in sides.enumerated() {
            guard let others = sides.counterpart(of: indicator),
                successions[place].grade != .notComparable || acrossEditions,
                others.allSatisfy({ indicators[$0].unit == indicators[indicator].unit && isThere($0) })
            else { continue }
            return (place, others)
        }
        return nil
    }

    /// Whether the change between two cells means anything.
    func areComparable(_ first: ComparedCell, _ second: ComparedCell) -> Bool {
        first.succession == second.succession
            || ![first, second].contains { cell in
                cell.succession.map { grade($0) == .notComparable } ?? false
            }
    }

    /// Whether there is a change of the form that an indicator cannot be compared over.
    func mayBeIncomparable(_ indicator: Indicator.ID) -> Bool {
        !acrossEditions
            && zip(successions, sides).contains { $0.grade == .notComparable && $1.concern(indicator) }
    }

    /// Why an indicator is not shown: years on both sides of a change that cannot be compared over. A year is on the
    /// side that more of its reports are on, so that one township with an old form does not stop a question about all.
    func obstacle(_ indicator: Indicator.ID, in grid: ComparisonGrid) -> IncomparableEditions? {
        guard !acrossEditions else { return nil }
        for (succession, sides) in zip(successions, sides)
        where succession.grade == .notComparable && sides.concern(indicator) {
            let years = zip(grid.years, zip(grid.counts(of: sides.older), grid.counts(of: sides.newer)))
            let older = years.filter { $0.1.0 > $0.1.1 }.map(\.0)
            let newer = years.filter { $0.1.0 < $0.1.1 }.map(\.0)
            if !older.isEmpty, !newer.isEmpty {
                return IncomparableEditions(succession: succession, olderYears: older, newerYears: newer)
            }
        }
        return nil
    }

    /// The place of a way to work a measure out; nil of the usual one.
    func variant(_ number: Int, of measure: Measure) -> Int? {
        number == 0 ? nil : firstVariant[measure.code].map { $0 + number - 1 }
    }

    /// Which of a measure's ways a place is; 0 of none.
    func number(_ place: Int?, of measure: Measure) -> Int {
        guard let place, let first = firstVariant[measure.code], place >= first else { return 0 }
        return place - first + 1
    }

    func grade(_ place: Int) -> Succession.Grade {
        successions.indices.contains(place) ? successions[place].grade : .near
    }

    /// The footnote of a change of the form.
    func footnote(_ place: Int) -> Phrase {
        guard successions.indices.contains(place) else { return variants[place - successions.count] }
        let succession = successions[place]
        let grade: Phrase =
            switch succession.grade {
            case .same: Phrase(zh: "口径相同", en: "same")
            case .near: Phrase(zh: "口径相近", en: "near")
            case .notComparable: Phrase(zh: "口径不同，不可比", en: "not comparable")
            case .ended: Phrase(zh: "已取消", en: "ended")
            }
        func side(_ codes: [String], _ language: Language) -> String {
            codes.map { code in
                let label = indicators.id(of: code).map { indicators[$0].label[language] } ?? code
                return "\(label) (\(code))"
            }.joined(separator: " + ")
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
package enum YearText {
    package static func of(_ years: [Int]) -> String {
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
