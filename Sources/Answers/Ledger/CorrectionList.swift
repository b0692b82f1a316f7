import Catalogue
import Output
import Storage
import Values

/// Every correction with what it replaced, by whom, and whether it counts.
package enum CorrectionList {
    package static func sheet(
        _ entries: [CorrectionEntry], indicators: IndicatorList, isForPeople: Bool, _ language: Language
    ) -> Sheet {
        var sheet = Sheet(
            columns: [
                Columns.county, Columns.township, Columns.year, Columns.indicator, Columns.label,
                Column("reported", Phrase(zh: "原文", en: "reported"), .number), CorrectionColumns.corrected,
                Columns.unit,
                Column("standing", Phrase(zh: "情况", en: "standing")), CorrectionColumns.reason,
                CorrectionColumns.author, CorrectionColumns.time,
                Column("revision", Phrase(zh: "版本", en: "revision"), .number),
            ])
        sheet.rows = entries.map { entry in
            let indicator = indicators[entry.indicator]
            let correction = entry.correction
            return [
                .text(entry.place.county), .text(entry.place.township), .year(entry.year), .text(indicator.code),
                .text(indicator.label[language]),
                entry.reading.map { Entry($0, indicator.unit) } ?? .gap(.absent),
                .number(Number(correction.value, of: indicator.unit)), .text(indicator.unit.rawValue),
                .text(isForPeople ? entry.state.words[language] : entry.state.rawValue), .text(correction.reason),
                .text(correction.author), .text(LocalTime.words(correction.madeAt, isForPeople: isForPeople)),
                .count(entry.revision),
            ]
        }
        if entries.isEmpty { sheet.footnotes = [Phrase(zh: "没有更正", en: "nothing was corrected")] }
        return sheet
    }
}

extension CorrectionEntry.State {
    var words: Phrase {
        switch self {
        case .inForce: Phrase(zh: "有效", en: "in force")
        case .replaced: Phrase(zh: "已另作更正", en: "replaced")
        case .takenBack: Phrase(zh: "已撤销", en: "taken back")
        case .lapsed: Phrase(zh: "新版本不再需要", en: "lapsed")
        case .removed: Phrase(zh: "年报已移除", en: "report removed")
        }
    }
}
