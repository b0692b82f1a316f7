import Catalogue
import Output
import Storage
import Values

/// A correction before it is entered: what it changes, and what a person should look at twice.
package struct CorrectionReview {
    /// From how many display units on a number of another size is worth a question; 2 instead of 20 is none.
    private static let smallest: Int64 = 10
    /// A digit too many or too few, while figures also rise and fall by themselves.
    private static let factor: UInt64 = 7
    /// So many townships of the county and year make a usual size.
    private static let leastTownships = 3

    private let archive: Archive
    private let report: StoredReport
    private let id: Indicator.ID
    package let value: EnteredValue
    private let codebook: Codebook

    package init(
        _ archive: Archive, report: StoredReport, indicator: Indicator.ID, value: EnteredValue, codebook: Codebook
    ) {
        self.archive = archive
        self.report = report
        id = indicator
        self.value = value
        self.codebook = codebook
    }

    package var indicator: Indicator { archive.indicators[id] }

    /// What it is about: `青禾县/白杨镇 2021 procurement.amount`.
    package var name: String { "\(report.summary.name) \(indicator.code)" }

    /// `3件 → 4件`; what counted before goes first.
    package func change(_ language: Language) -> String {
        let unit = indicator.unit
        let own = report.report.figure(id)?.reading
        let corrected = report.corrections[id].map { unit.display($0) + unit.rawValue }
        let old = corrected ?? ReadingWords.of(own, unit, language)
        return "\(old) → \(unit.display(value.value))\(unit.rawValue)"
    }

    /// Whether the value counts already: an earlier correction says the same, or the report itself, exactly and not
    /// from a picture.
    package var isSettled: Bool {
        if let corrected = report.corrections[id] { return corrected == value.value }
        guard let figure = report.report.figure(id), figure.recognition == nil else {
            return false
        }
        guard let amount = figure.reading.amount else { return false }
        return amount.value == value.value && amount.qualifier == nil && amount.precision <= indicator.unit.scale
    }

    /// Refuses what the report says itself where a correction is in force: to return to the report, that is taken back.
    package func requireDifference() throws {
        guard let corrected = report.corrections[id], corrected != value.value,
            report.report.figure(id)?.reading.amount == Amount(value: value.value)
        else { return }
        throw EntryError.sameAsReport(
            indicator.code, report.summary.place, year: report.summary.year, inForce: told(corrected))
    }

    /// Why the value may be a slip; none for most.
    package func concerns() throws -> [Phrase] {
        try sign() + size() + unit() + edition()
    }

    /// Only changes go below 0.
    private func sign() -> [Phrase] {
        guard value.value < 0, !codebook.forms.contains(where: { $0.signedCodes.contains(indicator.code) }) else {
            return []
        }
        return [Phrase(zh: "小于 0", en: "less than 0")]
    }

    private func size() throws -> [Phrase] {
        let place = report.summary.place
        let figures = try archive.comparison([id], Filter(counties: [place.county]))
        func values(_ isWanted: (StatedFigure) -> Bool) -> [(year: Int, value: Int64)] {
            figures.filter(isWanted).compactMap { figure in
                (figure.corrected ?? figure.reading?.amount?.value).map { (figure.year, $0) }
            }
        }
        let year = report.summary.year
        let own = values { $0.place == place && $0.year != year }
        let nearest = own.min { (abs($0.year - year), $0.year) < (abs($1.year - year), $1.year) }
        var concerns: [Phrase] = []
        if let nearest, isOfAnotherSize(nearest.value) {
            let told = told(nearest.value)
            concerns.append(
                Phrase(
                    zh: "与本乡镇 \(nearest.year) 年的 \(told) 相差约十倍或更多",
                    en: "about ten times more or less than its \(told) of \(nearest.year)"))
        }
        let names = try archive.countyNames()
        let others = values { $0.place != place && $0.place.isTownship(by: names) && $0.year == year }.map(\.value)
        if others.count >= Self.leastTownships, let median = Quartiles(others)?.median,
            let size = median.rounded(), isOfAnotherSize(size), let number = Number(median, indicator.unit.displayScale)
        {
            let told = number.digits + indicator.unit.rawValue
            concerns.append(
                Phrase(
                    zh: "与本县其他 \(others.count) 个乡镇同年的中位数 \(told) 相差约十倍或更多",
                    en: "about ten times more or less than \(told), the median of \(others.count) other townships"))
        }
        return concerns
    }

    /// Compared by division, which cannot overflow. Nothing says how large a number is beside 0.
    private func isOfAnotherSize(_ other: Int64) -> Bool {
        let (one, two) = (value.value.magnitude, other.magnitude)
        let (small, large) = (min(one, two), max(one, two))
        return small > 0 && large / small >= Self.factor
            && large >= Self.smallest.magnitude * indicator.unit.scale.magnitude
    }

    private func told(_ value: Int64) -> String { indicator.unit.display(value) + indicator.unit.rawValue }

    /// A bare number where the form asks for 万元, and percentages beyond all; 0 is 0 in any unit.
    private func unit() -> [Phrase] {
        if indicator.unit == .percent, value.value > 100 * indicator.unit.scale {
            return [Phrase(zh: "超过 100%", en: "more than 100%")]
        }
        guard !value.hasUnit, value.value != 0, indicator.unit == .yuan,
            codebook.form(report.summary.edition)?.cells.first(where: { $0.code == indicator.code })?.multiplier
                == 10_000
        else { return [] }
        return [
            Phrase(
                zh: "表样此格以万元计，这里按元理解；是万元请写 \(indicator.unit.display(value.value))万元",
                en: """
                    the form counts 10 000 yuan here, and this was taken for yuan; write \
                    \(indicator.unit.display(value.value))万元 if it is not
                    """)
        ]
    }

    /// Of an item that the form of this report has in other rows, those are to be corrected: a value beside them would
    /// count in some answers and not in others.
    package func requireOwnCell() throws(CorrectedElsewhere) {
        guard let form = formWithoutCell else { return }
        let codes = Set(form.codes)
        let sides = codebook.successions.filter { $0.grade == .same || $0.grade == .near }
            .flatMap { [($0.older, $0.newer), ($0.newer, $0.older)] }
        guard let other = sides.first(where: { $0.0.contains(indicator.code) && codes.isSuperset(of: $0.1) }) else {
            return
        }
        throw CorrectedElsewhere(name: name, edition: form.edition, codes: other.1)
    }

    /// The form of this report, if only other forms have such a cell and the report has not got it all the same.
    private var formWithoutCell: Form? {
        guard let form = codebook.form(report.summary.edition), !form.codes.contains(indicator.code),
            codebook.forms.contains(where: { $0.codes.contains(indicator.code) }),
            report.report.figure(id) == nil
        else { return nil }
        return form
    }

    /// A cell that the form of this report does not have, nor anything in its place.
    private func edition() -> [Phrase] {
        guard let form = formWithoutCell else { return [] }
        // Those that its code has most in common with.
        var family = indicator.code[...]
        var near: [String] = []
        while near.isEmpty, let dot = family.lastIndex(of: ".") {
            family = family[..<dot]
            near = Array(form.codes.filter { $0.hasPrefix(family + ".") }.prefix(8))
        }
        return [
            Phrase(
                zh: "\(form.edition)年表样没有此格"
                    + (near.isEmpty ? "" : "（有：\(near.joined(separator: "、"))）"),
                en: "the form of \(form.edition) has no such cell"
                    + (near.isEmpty ? "" : " (it has \(near.joined(separator: ", ")))"))
        ]
    }
}

/// A correction of what a report's form has in other rows.
package struct CorrectedElsewhere: ExplainedError, Equatable {
    /// `青禾县/白杨镇 2022 requests.other.total`
    let name: String
    let edition: String
    /// What stands for it there.
    let codes: [String]

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        Phrase(
            zh: "未更正 \(name)：\(edition)年表样中此项由 \(codes.joined(separator: "、")) 表示，请更正这些格",
            en: "\(name) was not corrected: the form of \(edition) has it as \(codes.joined(separator: " + ")); "
                + "correct those")
    }
}
