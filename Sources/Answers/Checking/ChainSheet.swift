import Catalogue
import Checks
import Output
import Values

/// What must carry on from year to year, followed through all years of a township: one chain a row, with the year it
/// broke in.
package struct ChainSheet {
    private let links: [Link]
    private let indicators: IndicatorList
    private let language: Language

    package init(_ checkResult: CheckResult, indicators: IndicatorList, language: Language) {
        links = checkResult.links
        self.indicators = indicators
        self.language = language
    }

    private struct Key: Hashable {
        var county: String
        var township: String
        var rule: String
        var indicator: Indicator.ID
    }

    package var sheet: Sheet {
        let years = Set(links.map(\.year)).sorted()
        var order: [Key] = []
        var chains: [Key: [Int: Link.State]] = [:]
        for link in links {
            let key = Key(county: link.county, township: link.township, rule: link.rule, indicator: link.indicator)
            if chains[key] == nil { order.append(key) }
            chains[key, default: [:]][link.year] = link.state
        }
        var sheet = Sheet(
            title: Phrase(zh: "逐年衔接", en: "Chains over years"),
            columns: [Columns.county, Columns.township, FindingSheets.rule, Columns.indicator]
                + years.map { Column("\($0)", Phrase(zh: "\($0)年", en: "\($0)")) }
                + [Column("broken_in", Phrase(zh: "断开年度", en: "broken in"))])
        // A chain of which no link could be decided says nothing.
        for key in order {
            guard let states = chains[key], states.values.contains(where: { $0 != .undecided }) else { continue }
            let broken = years.filter { states[$0] == .broken }
            sheet.rows.append(
                [
                    .text(key.county), .text(key.township), .text(key.rule), .text(indicators[key.indicator].code),
                ] + years.map { states[$0].map { .text(word($0)) } ?? .empty }
                    + [.text(broken.map { "\($0)" }.joined(separator: ";"))])
        }
        return sheet
    }

    private func word(_ state: Link.State) -> String {
        switch state {
        case .held: Phrase(zh: "相符", en: "held")[language]
        case .broken: Phrase(zh: "断开", en: "broken")[language]
        case .undecided: Phrase(zh: "无法判断", en: "undecided")[language]
        }
    }
}
