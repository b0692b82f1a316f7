import Output
import Reports
import Storage
import Values

/// Columns that several answers have. Their keys are the contract with users' scripts.
package enum Columns {
    package static let county = Column("county", Phrase(zh: "县区", en: "county"))
    package static let township = Column("township", Phrase(zh: "乡镇", en: "township"))
    package static let year = Column("year", Phrase(zh: "年度", en: "year"), .number)
    package static let indicator = Column("indicator", Phrase(zh: "指标代码", en: "indicator"))
    package static let label = Column("label", Phrase(zh: "指标", en: "label"))
    package static let value = Column("value", Phrase(zh: "数值", en: "value"), .number)
    package static let unit = Column("unit", Phrase(zh: "单位", en: "unit"))
    package static let state = Column("state", Phrase(zh: "状态", en: "state"))
    package static let qualifier = Column("qualifier", Phrase(zh: "概数", en: "qualifier"))
    package static let edition = Column("edition", Phrase(zh: "表样", en: "edition"))
    package static let source = Column("source", Phrase(zh: "出处", en: "source"))
}

extension Entry {
    /// A figure as a cell of a comparison: what staff put in its place goes before what the report says.
    init(_ figure: StatedFigure, _ unit: Unit) {
        if let corrected = figure.corrected {
            self = .number(Number(corrected, of: unit, isCorrected: true))
        } else {
            self = figure.reading.map { Entry($0, unit) } ?? .gap(.absent)
        }
    }

    package static func year(_ year: Int) -> Entry { .number(Number(Int64(year))) }
    package static func count(_ count: Int) -> Entry { .number(Number(Int64(count))) }
}
