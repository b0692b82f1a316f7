import Catalogue
import Values

/// A measure in words: what it is worked out of, by the indicators' names, and who defines it so.
package struct MeasureWording {
    private let measure: Measure
    private let indicators: IndicatorList

    package init(_ measure: Measure, _ indicators: IndicatorList) {
        self.measure = measure
        self.indicators = indicators
    }

    /// `公开率 =（予以公开·总计 + 部分公开·总计）÷ 本年度办理结果·总计 × 100%，越高越好；依据：…`
    package var definition: Phrase {
        let (formula, label, better) = (formula, measure.label, measure.better.words)
        return Phrase(
            zh: "\(label.zh) = \(formula.zh)，\(better.zh)；依据：\(measure.source)",
            en: "\(label.en) = \(formula.en); \(better.en); source: \(measure.source)")
    }

    /// The usual formula, by the indicators' names.
    package var formula: Phrase {
        guard let formula = measure.formulas.first else { return Phrase("") }
        return Phrase(zh: words(formula, .chinese), en: words(formula, .english))
    }

    /// A formula by codes, as a file has it.
    package static func codes(_ formula: Measure.Formula) -> String {
        let above = text(formula.sum) { $0.operand }
        return formula.over.map { "\(grouped(above, formula.sum)) / \(grouped(text($0) { $0.operand }, $0))" } ?? above
    }

    /// What is said of a value that rounded numbers were divided for.
    static let rounded = Phrase(
        zh: "约：所用的金额写到百元、万元等，按写出的数计算",
        en: "~: made of money that is written rounded, as it is written")

    private func words(_ formula: Measure.Formula, _ language: Language) -> String {
        func side(_ sum: Sum) -> String { Self.text(sum) { name($0, language) } }
        guard let over = formula.over else { return side(formula.sum) }
        return Self.grouped(side(formula.sum), formula.sum) + " ÷ " + Self.grouped(side(over), over) + times
    }

    private var times: String {
        switch measure.unit.name {
        case "%": " × 100%"
        case "‰": " × 1000‰"
        default: measure.unit.factor > 1 ? " × \(measure.unit.factor)" : ""
        }
    }

    private func name(_ term: Term, _ language: Language) -> String {
        let label = indicators.id(of: term.code).map { indicators[$0].label[language] } ?? term.code
        guard term.yearOffset != 0 else { return label }
        return Phrase(
            zh: term.yearOffset == -1 ? "上年\(label)" : "前\(-term.yearOffset)年\(label)",
            en: term.yearOffset == -1 ? "last year's \(label)" : "\(label), \(-term.yearOffset) years before"
        )[language]
    }

    private static func grouped(_ text: String, _ sum: Sum) -> String {
        sum.terms.count > 1 || sum.constant != 0 ? "(\(text))" : text
    }

    private static func text(_ sum: Sum, _ name: (Term) -> String) -> String {
        var result = ""
        for term in sum.terms {
            let sign = term.coefficient < 0 ? "-" : "+"
            let factor = term.coefficient.magnitude == 1 ? "" : "\(term.coefficient.magnitude) * "
            result += result.isEmpty ? (sign == "-" ? "- " : "") : " \(sign) "
            result += factor + name(term)
        }
        if sum.constant != 0 { result += sum.constant < 0 ? " - \(sum.constant.magnitude)" : " + \(sum.constant)" }
        return result
    }
}
