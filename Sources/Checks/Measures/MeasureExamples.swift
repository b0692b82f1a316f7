import Catalogue
import Values

extension Measure {
    /// The way to work it out of a report: the first all of whose figures the report has, whatever they say; nil where
    /// it has those of none.
    package func formula(_ has: (Term) -> Bool) -> Formula? { formulas.first { $0.terms.allSatisfy(has) } }
}

/// What became of an example that someone worked out by hand.
package struct MeasureExampleCheck: Sendable {
    package let measure: Measure
    package let example: Measure.Example
    /// What the program makes of it, written as examples are.
    package let found: String

    package var holds: Bool { found == example.gives }

    /// - Parameter indicators: those that the example's codes are of.
    package init(_ measure: Measure, _ example: Measure.Example, _ indicators: IndicatorList) throws(MeasureError) {
        self.measure = measure
        self.example = example
        func refusal(_ text: String) -> MeasureError {
            .badExample(file: measure.file, line: example.line, measure: measure.code, text: text)
        }
        var amounts: [String: Amount] = [:]
        for (name, text) in example.given {
            let code = String(name.prefix { $0 != "@" })
            guard let unit = indicators.id(of: code).map({ indicators[$0].unit }), let amount = Self.amount(text, unit)
            else { throw refusal("\(name): \(text)") }
            amounts[name] = amount
        }
        guard Self.isAnswer(example.gives) else { throw refusal(example.gives) }
        found = Self.answer(measure, amounts)
    }

    private static func answer(_ measure: Measure, _ amounts: [String: Amount]) -> String {
        func amount(_ term: Term) -> Amount? { amounts[term.operand] }
        guard let formula = measure.formula({ amount($0) != nil }), let sides = MeasuredSides(formula, amount) else {
            return "unknown"
        }
        let scale = measure.unit.scale
        switch measure.measurement(sides) {
        case .undefined: return "undefined"
        case .exact(let value), .rounded(let value, _): return scale.digits(value)
        case .between(let range):
            if range.lower == nil, range.upper == nil { return "unknown" }
            return (range.lower.map(scale.digits) ?? "") + ".." + (range.upper.map(scale.digits) ?? "")
        }
    }

    private static func amount(_ text: String, _ unit: Unit) -> Amount? {
        var digits = text
        var qualifier: Qualifier?
        for (word, meaning) in [("约", Qualifier.about), ("近", .lessThan)] where digits.hasPrefix(word) {
            digits.removeFirst()
            qualifier = meaning
        }
        if qualifier == nil, digits.hasSuffix("余") {
            digits.removeLast()
            qualifier = .moreThan
        }
        return EnteredValue(digits, in: unit).map { Amount(value: $0.value, qualifier: qualifier) }
    }

    /// A number, an interval that is closed on one side at least, or one of two words.
    private static func isAnswer(_ text: String) -> Bool {
        if text == "unknown" || text == "undefined" { return true }
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        return ends.count <= 2 && ends.contains { !$0.isEmpty }
            && ends.allSatisfy { $0.isEmpty && ends.count == 2 || Unit.percent.parse($0) != nil }
    }
}

extension Term {
    /// As a formula has it, without its coefficient: `code@-1`.
    package var operand: String { yearOffset == 0 ? code : "\(code)@\(yearOffset)" }
}

extension MeasureList {
    /// All examples of all measures.
    package func examples(_ indicators: IndicatorList) throws(MeasureError) -> [MeasureExampleCheck] {
        var result: [MeasureExampleCheck] = []
        for measure in self {
            for example in measure.examples { result.append(try MeasureExampleCheck(measure, example, indicators)) }
        }
        return result
    }
}
