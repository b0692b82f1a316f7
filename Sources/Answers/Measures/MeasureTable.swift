import Catalogue
import Checks
import Storage
import Values

/// Measures as a table for whoever asks in SQL. It is worked out when a statement names it, by the same arithmetic as
/// every other answer.
package enum MeasureTable {
    package static let name = "current_measure"

    /// Its columns, with what they mean; as `current_figure` has them as far as it has them.
    static let columns: [(name: String, type: String, meaning: Phrase)] = [
        ("county", "TEXT", Phrase(zh: "县区", en: "county")),
        ("township", "TEXT", Phrase(zh: "乡镇或街道", en: "township")),
        ("year", "INTEGER", Phrase(zh: "年度", en: "year")),
        ("code", "TEXT", Phrase(zh: "派生指标代码", en: "the measure's code")),
        ("label_zh", "TEXT", Phrase(zh: "名称（中文）", en: "its Chinese label")),
        ("label_en", "TEXT", Phrase(zh: "名称（英文）", en: "its English label")),
        (
            "value", "NUMERIC",
            Phrase(zh: "数值，用显示单位；没有确定的数时为 NULL", en: "the value in its unit, NULL where there is no single one")
        ),
        ("unit", "TEXT", Phrase(zh: "单位", en: "unit")),
        (
            "state", "TEXT",
            Phrase(
                zh: "exact 准确，rounded 按约写的金额算，interval 区间，undefined 分母为0，"
                    + "uncertain 不定，blank、not_applicable、unreadable 所用的数如此",
                en: "exact, rounded, interval, undefined (over 0), uncertain; "
                    + "blank, not_applicable or unreadable as an operand is")
        ),
        ("lower", "NUMERIC", Phrase(zh: "不小于", en: "not below this")),
        ("upper", "NUMERIC", Phrase(zh: "不大于", en: "not above this")),
        ("few", "INTEGER", Phrase(zh: "分母不足 10 为 1，否则为 0", en: "1 where over fewer than ten cases, else 0")),
        ("report_id", "INTEGER", Phrase(zh: "年报编号，对应 report.id", en: "report.id")),
        (
            "corrected", "INTEGER",
            Phrase(zh: "由更正过的数算得为 1，否则为 0", en: "1 where it is made of a corrected figure, else 0")
        ),
    ]

    /// - Parameter measures: those that it has rows of.
    static func of(_ archive: Archive, _ measures: [Measure]) -> DerivedTable {
        DerivedTable(name, columns: columns.map { ($0.name, $0.type) }) { add in
            try MeasureWalk(archive, measures, filter: Filter()).items { item in
                let (measure, cell) = (item.measure, item.cell)
                // A number by its digits, as a column of numbers takes it in.
                func number(_ value: Int64?) -> SQLValue {
                    value.map { .text(measure.unit.scale.digits($0)) } ?? .null
                }
                try add([
                    .text(item.place.county), .text(item.place.township), .integer(Int64(item.year)),
                    .text(measure.code), .text(measure.label.zh), .text(measure.label.en),
                    number(cell.amount?.value), .text(measure.unit.name), .text(item.state.rawValue),
                    number(cell.range?.lower), number(cell.range?.upper), .integer(cell.isOverFew ? 1 : 0),
                    .integer(item.report), .integer(cell.isCorrected ? 1 : 0),
                ])
            }
        }
    }
}
