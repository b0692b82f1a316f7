import Values

/// Reads equations as rule files write them: `requests.{row}.total = requests.{row}.[applicant]`.
struct EquationParser {
    /// The entries of the file's sets.
    let sets: [String: [String]]
    let units: [String: Unit]
    let file: String
    let line: Int

    /// The equation with the names in `bound` put in place of `{name}`.
    func equation(_ text: String, binding bound: [String: String]) throws -> Equation {
        let words = try bind(text, bound).split(separator: " ").map(String.init)
        let relations = words.indices.filter { Equation.Relation(rawValue: words[$0]) != nil }
        guard relations.count == 1, let middle = relations.first,
            let relation = Equation.Relation(rawValue: words[middle])
        else { throw malformed(text, Phrase(zh: "应有且只有一个 =、<= 或 >=", en: "there must be one =, <= or >=")) }
        let left = try sum(words[..<middle], of: text)
        let right = try sum(words[(middle + 1)...], of: text)
        let scale = try requireOneUnit(left.terms + right.terms, of: text)
        let equation = Equation(
            left: Sum(terms: left.terms, constant: left.constant * scale), relation: relation,
            right: Sum(terms: right.terms, constant: right.constant * scale))
        guard !equation.netCoefficients.isEmpty else {
            throw malformed(text, Phrase(zh: "两边的指标互相抵消", en: "the indicators of both sides cancel out"))
        }
        return equation
    }

    /// A sum that stands alone, its constant in the smallest unit of its indicators.
    func sum(_ text: String, binding bound: [String: String]) throws -> Sum {
        var sum = try sum(bind(text, bound).split(separator: " ").map(String.init)[...], of: text)
        sum.constant *= try requireOneUnit(sum.terms, of: text)
        return sum
    }

    /// The scale of the terms, which must be of units that can be added up.
    private func requireOneUnit(_ terms: [Term], of text: String) throws -> Int64 {
        let units = Set(terms.compactMap { self.units[$0.code] })
        guard let scale = units.first?.scale else {
            throw malformed(text, Phrase(zh: "没有指标", en: "it names no indicator"))
        }
        guard units.count == 1 || !units.contains(.yuan) && !units.contains(.percent) else {
            throw RuleError.mixedUnits(file: file, line: line, text: text, units: units.map(\.rawValue).sorted())
        }
        return scale
    }

    /// One code, written with names in braces.
    func code(_ text: String, binding bound: [String: String]) throws -> String {
        let code = try bind(text, bound)
        guard units[code] != nil else { throw unknown(code) }
        return code
    }

    private func bind(_ text: String, _ bound: [String: String]) throws -> String {
        try BracedText.bind(text, bound) { name in
            RuleError.unknownSet(file: file, line: line, name: name, known: bound.keys.sorted())
        }
    }

    /// A sum of more terms is no rule of a report, and takes longer than it is worth.
    private static let mostTerms = 1000

    private func sum(_ words: ArraySlice<String>, of text: String) throws -> Sum {
        var sum = Sum()
        guard words.count <= 4 * Self.mostTerms else { throw tooLong(words) }
        var sign: Int64? = 1
        var factor: Int64 = 1
        var words = words
        if words.first == "-" {
            sign = -1
            words.removeFirst()
        }
        while let word = words.popFirst() {
            guard let current = sign else {
                guard word == "+" || word == "-" else {
                    throw malformed(text, Phrase(zh: "“\(word)”前缺少 + 或 -", en: "+ or - is missing before '\(word)'"))
                }
                sign = word == "+" ? 1 : -1
                continue
            }
            if let number = Int64(word) {
                guard (-1_000_000_000_000...1_000_000_000_000).contains(number) else {
                    throw malformed(text, Phrase(zh: "数字过大", en: "a number is too large"))
                }
                if words.first == "*" {
                    words.removeFirst()
                    factor = number
                    continue
                }
                sum.constant += current * number
            } else {
                sum.terms += try terms(word, coefficient: current * factor)
                guard sum.terms.count <= Self.mostTerms else { throw tooLong(words) }
            }
            sign = nil
            factor = 1
        }
        guard sign == nil else { throw malformed(text, Phrase(zh: "缺少一项", en: "an operand is missing")) }
        return sum
    }

    /// `code`, `code@-1`, `a.[set].b`.
    private func terms(_ word: String, coefficient: Int64) throws -> [Term] {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        let offset = parts.count == 1 ? 0 : Int(parts[1])
        guard parts.count <= 2, let offset, (-9...0).contains(offset) else {
            throw malformed(word, Phrase(zh: "年份应写作 @-1", en: "a year is written @-1"))
        }
        return try expand(String(parts[0])).map { code in
            guard units[code] != nil else { throw unknown(code) }
            return Term(coefficient: coefficient, code: code, yearOffset: offset)
        }
    }

    private func expand(_ code: String) throws -> [String] {
        guard let open = code.firstIndex(of: "["), let close = code[open...].firstIndex(of: "]") else { return [code] }
        let name = String(code[code.index(after: open)..<close])
        guard let entries = sets[name] else {
            throw RuleError.unknownSet(file: file, line: line, name: name, known: sets.keys.sorted())
        }
        return entries.map { code[..<open] + $0 + code[code.index(after: close)...] }
    }

    private func tooLong(_ words: ArraySlice<String>) -> RuleError {
        malformed(
            words.prefix(4).joined(separator: " ") + " …",
            Phrase(zh: "一边超过 \(Self.mostTerms) 项", en: "a side has more than \(Self.mostTerms) terms"))
    }

    private func malformed(_ text: String, _ reason: Phrase) -> RuleError {
        .malformed(file: file, line: line, text: text, reason: reason)
    }

    private func unknown(_ code: String) -> RuleError {
        let family = code.prefix { $0 != "." }
        // The longer the common beginning, the nearer.
        let near = units.keys.filter { $0.hasPrefix(family + ".") }.map { ($0.commonPrefix(with: code).count, $0) }
            .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.prefix(6).map(\.1)
        return .unknownIndicator(file: file, line: line, code: code, near: near)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> Substring {
        prefix(zip(self, other).prefix { $0 == $1 }.count)
    }
}
