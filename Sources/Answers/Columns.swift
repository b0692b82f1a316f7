import Catalogue
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
    /// Of a row of many indicators, the codes of those that are told as approximate.
    package static let approximate = Column("approximate", Phrase(zh: "概数指标", en: "approximate"))
    package static let edition = Column("edition", Phrase(zh: "表样", en: "edition"))
    package static let source = Column("source", Phrase(zh: "出处", en: "source"))
    package static let countyCode = Column("county_code", Phrase(zh: "县区代码", en: "county code"))
    package static let townshipCode = Column("township_code", Phrase(zh: "乡镇代码", en: "township code"))
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

    package static func year(_ year: Int) -> Entry {
        var number = Number(Int64(year))
        number.isGrouped = false
        return .number(number)
    }

    /// An edition of the form, or that there are no tables.
    package static func edition(_ edition: String) -> Entry {
        .word(edition, Edition.words(edition))
    }

    static func state(_ state: Reading.State) -> Entry { .word(state.rawValue, state.words) }

    static func qualifier(_ qualifier: Qualifier?) -> Entry {
        qualifier.map { .word($0.rawValue, $0.words) } ?? .empty
    }

    package static func count(_ count: Int) -> Entry { .number(Number(Int64(count))) }
}
