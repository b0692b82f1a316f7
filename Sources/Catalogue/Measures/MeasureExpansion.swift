import Values

/// Puts the formulas of measures in place of the measures that are operands of others, until only indicators are left.
struct MeasureExpansion {
    /// As they are written.
    private let drafts: [Measure]
    private let byCode: [String: Measure]
    /// What was expanded already: each is wanted by many.
    private var done: [String: [Measure.Formula]] = [:]

    /// Ways to work out one thing multiply where it is made of others that have several.
    private static let mostFormulas = 16

    init(_ drafts: [Measure]) {
        self.drafts = drafts
        byCode = Dictionary(drafts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func expanded() throws -> [Measure] {
        var result: [Measure] = []
        for draft in drafts {
            var measure = draft
            measure.formulas = try formulas(of: measure, within: [measure.code])
            result.append(measure)
        }
        return result
    }

    private mutating func formulas(of measure: Measure, within path: [String]) throws -> [Measure.Formula] {
        if let known = done[measure.code] { return known }
        var result: [Measure.Formula] = []
        for formula in measure.formulas { result += try formulas(formula, of: measure, within: path) }
        guard result.count <= Self.mostFormulas else {
            throw RuleError.malformed(
                file: measure.file, line: measure.line, text: measure.code,
                reason: Phrase(
                    zh: "算法超过 \(Self.mostFormulas) 种", en: "more than \(Self.mostFormulas) ways to work it out"))
        }
        done[measure.code] = result
        return result
    }

    /// One way for each of those that its first operand has which is a measure.
    private mutating func formulas(
        _ formula: Measure.Formula, of measure: Measure, within path: [String]
    ) throws -> [Measure.Formula] {
        let measures = byCode
        guard let inner = formula.terms.lazy.compactMap({ measures[$0.code] }).first else { return [formula] }
        if let start = path.firstIndex(of: inner.code) {
            throw MeasureError.circle(
                file: measure.file, line: measure.line, measures: Array(path[start...]) + [inner.code])
        }
        var result: [Measure.Formula] = []
        for way in try formulas(of: inner, within: path + [inner.code]) {
            guard way.over == nil else {
                throw MeasureError.ratioInside(
                    file: measure.file, line: measure.line, measure: measure.code, operand: inner.code)
            }
            var copy = formula
            copy.sum = try Self.replacing(inner, in: formula.sum, by: way.sum, for: measure)
            copy.over = try formula.over.map { try Self.replacing(inner, in: $0, by: way.sum, for: measure) }
            copy.note = formula.note ?? way.note
            result += try formulas(copy, of: measure, within: path)
        }
        return result
    }

    private static func replacing(
        _ inner: Measure, in sum: Sum, by way: Sum, for measure: Measure
    ) throws -> Sum {
        var result = Sum(terms: [], constant: sum.constant)
        for term in sum.terms {
            guard term.code == inner.code else {
                try add(term, to: &result, for: measure)
                continue
            }
            result.constant = try Self.sum(result.constant, way.constant, term.coefficient, for: measure)
            for part in way.terms {
                let offset = part.yearOffset + term.yearOffset
                let coefficient = try Self.sum(0, part.coefficient, term.coefficient, for: measure)
                guard offset >= -9 else { throw tooLarge(measure) }
                try add(
                    Term(coefficient: coefficient, code: part.code, yearOffset: offset), to: &result, for: measure)
            }
        }
        return result
    }

    /// A figure that is there already counts once more, so that what is made of parts many times over stays small.
    private static func add(_ term: Term, to result: inout Sum, for measure: Measure) throws {
        let same = result.terms.firstIndex { $0.code == term.code && $0.yearOffset == term.yearOffset }
        guard let same else {
            result.terms.append(term)
            return
        }
        result.terms[same].coefficient = try sum(result.terms[same].coefficient, term.coefficient, 1, for: measure)
    }

    private static func sum(_ start: Int64, _ value: Int64, _ factor: Int64, for measure: Measure) throws -> Int64 {
        guard let sum = start.adding(value, times: factor) else { throw tooLarge(measure) }
        return sum
    }

    private static func tooLarge(_ measure: Measure) -> RuleError {
        .malformed(
            file: measure.file, line: measure.line, text: measure.code,
            reason: Phrase(zh: "数字过大", en: "a number is too large"))
    }
}
