import Catalogue
import Reports
import Storage
import Values

/// A correction of staff, and what becomes of it when a revision takes the place of its report.
package struct CarriedCorrection {
    private enum Fate {
        /// It counts in place of what the revision says.
        case kept
        /// It counts, and the revision does not mention the figure, as the report did not.
        case entered
        /// The revision says the same.
        case needless
        /// It was said of a cell that was blank and is not any more.
        case filledIn
        /// The revision has no such figure any more.
        case notThere
    }

    package let indicator: Indicator
    package let value: Int64
    private let fate: Fate

    /// - Parameters:
    ///   - old: what the report says.
    ///   - new: what the revision says.
    init(_ indicator: Indicator, _ value: Int64, from old: Reading?, to new: Reading?) {
        self.indicator = indicator
        self.value = value
        if let new {
            let isSaid = new.amount?.value == value && new.amount?.qualifier == nil
            fate = isSaid ? .needless : old == .blank && new != .blank ? .filledIn : .kept
        } else {
            fate = old == nil ? .entered : .notThere
        }
    }

    /// Those of the report of a township and year, if its figures were to change so; none where there is no report.
    package static func all(
        of place: Place, _ year: Int, _ changes: [Change], in archive: Archive
    ) throws -> [CarriedCorrection] {
        let new = Dictionary(changes.map { ($0.indicator, $0.new) }, uniquingKeysWith: { first, _ in first })
        do {
            let report = try archive.report(township: place.township, county: place.county, year: year)
            return report.corrections.sorted { $0.key < $1.key }.map { id, value in
                let old = report.report.figure(id)?.reading
                return CarriedCorrection(archive.indicators[id], value, from: old, to: new[id] ?? old)
            }
        } catch is LookupError {
            return []
        }
    }

    package var isCarried: Bool { fate == .kept || fate == .entered }

    package var explanation: Phrase {
        let code = indicator.code
        let told = indicator.unit.display(value) + indicator.unit.rawValue
        return switch fate {
        case .kept: Phrase(zh: "更正 \(code) 继续有效，按 \(told) 计", en: "the correction of \(code) still counts, as \(told)")
        case .entered: Phrase(zh: "补录的 \(code) 继续有效，按 \(told) 计", en: "the entered \(code) still counts, as \(told)")
        case .needless: Phrase(zh: "更正 \(code) 已不需要", en: "the correction of \(code) is needless now")
        case .filledIn:
            Phrase(
                zh: "更正 \(code) 不再有效：更正时是空白格，新版本已填写；仍要的请用 nianbao correct 再更正",
                en: "the correction of \(code) no longer counts: it was said of a blank cell, which the revision fills "
                    + "in; if it is still wanted, enter it again with nianbao correct")
        case .notThere:
            Phrase(zh: "新版本没有 \(code)，原更正未沿用", en: "the revision has no \(code); its correction was not kept")
        }
    }
}
