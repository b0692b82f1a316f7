import Catalogue
import Output
import Values

/// The rules themselves: a list of all, and one explained.
package enum RuleSheets {
    package static func list(_ rulebook: Rulebook, _ language: Language) -> Sheet {
        var sheet = Sheet(columns: [
            FindingSheets.rule, FindingSheets.severity, Column("title", Phrase(zh: "要求", en: "what must hold")),
            Column("source", Phrase(zh: "依据", en: "source")),
        ])
        sheet.rows = rulebook.rules.map { rule in
            [.text(rule.name), .severity(rule.severity), .text(rule.title[language]), .text(rule.source)]
        }
        return sheet
    }

    /// - Parameters:
    ///   - indicators: those that its equations are about.
    ///   - isOwn: whether it is of a user's file, and not of ours.
    package static func card(
        _ rule: Rule, among indicators: IndicatorList, isOwn: Bool, _ language: Language
    ) -> Sheet {
        var sheet = Sheet(
            title: Phrase(rule.name),
            columns: [Column("item", Phrase(zh: "项目", en: "item")), Column("content", Phrase(zh: "内容", en: "content"))])
        func add(_ zh: String, _ en: String, _ text: String) {
            sheet.rows.append([.text(Phrase(zh: zh, en: en)[language]), .text(text)])
        }
        add("要求", "what must hold", rule.title[language])
        add("程度", "severity", rule.severity.phrase[language])
        add("依据", "source", rule.source)
        add("怎么办", "what to do", rule.advice[language])
        if !rule.editions.isEmpty { add("适用表样", "forms", rule.editions.joined(separator: ", ")) }
        if let first = rule.equations.first {
            let words = text(first) { indicators.id(of: $0).map { indicators[$0].label[language] } ?? $0 }
            add("例", "such as", words)
        }
        for equation in rule.equations.prefix(most) { add("算式", "relation", text(equation) { $0 }) }
        if rule.equations.count > most {
            add(
                "算式", "relation",
                Phrase(zh: "等共 \(rule.equations.count) 式", en: "\(rule.equations.count) in all")[language])
        }
        if case .jumps(let jumps) = rule.test, let jump = jumps.first {
            add(
                "比较", "compared",
                Phrase(
                    zh: "\(jumps.count) 个指标与上年相差 \(jump.times) 倍以上，且较大的数不小于 \(jump.smallest)",
                    en:
                        """
                        \(jumps.count) indicators, \(jump.times) times last year's or that part, the larger at least \
                        \(jump.smallest)
                        """
                )[language])
        }
        if isOwn { add("定义", "defined in", "\(rule.file):\(rule.line)") }
        return sheet
    }

    /// So many equations are shown.
    private static let most = 12

    /// - Parameter name: what a code is called.
    private static func text(_ equation: Equation, _ name: (String) -> String) -> String {
        "\(text(equation.left, name)) \(equation.relation.rawValue) \(text(equation.right, name))"
    }

    private static func text(_ sum: Sum, _ name: (String) -> String) -> String {
        var text = ""
        for term in sum.terms {
            let sign = term.coefficient < 0 ? "-" : text.isEmpty ? "" : "+"
            let factor = term.coefficient.magnitude == 1 ? "" : "\(term.coefficient.magnitude) * "
            let year = term.yearOffset == 0 ? "" : "@\(term.yearOffset)"
            text += (text.isEmpty ? sign : " \(sign) ") + factor + name(term.code) + year
        }
        return sum.terms.isEmpty || sum.constant != 0 ? text + (text.isEmpty ? "" : " + ") + "\(sum.constant)" : text
    }
}
