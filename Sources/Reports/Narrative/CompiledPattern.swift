import Catalogue

/// A pattern with its words as classes of the index and its shapes as programs.
final class CompiledPattern: Sendable {
    let name: String
    let trigger: Int
    let scope: NarrativePattern.Scope
    let until: Int?
    let unless: Int?
    let conditions: ShapeMatcher.Conditions
    let combine: NarrativePattern.Combination
    let blocks: Bool
    let parts: Int?
    let programs: [ShapeProgram]
    /// Whether none of its programs can match where no number stands.
    let needsNumber: Bool

    init(_ pattern: NarrativePattern, lexicon: Lexicon, patterns: NarrativePatterns, indicators: [String: Int]) {
        name = pattern.name
        trigger = lexicon.classNumber(pattern.trigger) ?? 0
        scope = pattern.scope
        until = pattern.until.isEmpty ? nil : lexicon.classNumber(pattern.until)
        unless = pattern.unless.isEmpty ? nil : lexicon.classNumber(pattern.unless)
        combine = pattern.combine
        blocks = pattern.blocks
        parts = pattern.parts.isEmpty ? nil : lexicon.classNumber(pattern.parts)
        let harmless = Settings(pattern.allow.union(pattern.needs)).union(.thisYear)
        conditions = ShapeMatcher.Conditions(
            forbidden: Settings(Set(NarrativeSetting.allCases)).subtracting(harmless),
            needed: Settings(pattern.needs), takesThisYearsPart: pattern.combine == .thisYear,
            trigger: trigger)
        var compiler = ShapeCompiler(
            lexicon: lexicon, patterns: patterns, indicators: indicators, units: pattern.units)
        programs = pattern.shapes.compactMap { compiler.compile($0) }
        needsNumber = programs.allSatisfy(\.needsNumber)
    }

    /// Every place where a pattern names words, its shapes included.
    static func references(of pattern: NarrativePattern) -> [[NarrativePattern.WordReference]] {
        let own = [pattern.trigger, pattern.until, pattern.unless, pattern.parts].filter { !$0.isEmpty }
        return own + pattern.shapes.flatMap { references(of: $0.parts) }
    }

    private static func references(of parts: [NarrativeShape.Part]) -> [[NarrativePattern.WordReference]] {
        parts.flatMap { part -> [[NarrativePattern.WordReference]] in
            if let alternatives = part.alternatives { return [alternatives] }
            guard case .oneOf(let choices, _) = part else { return [] }
            return choices.flatMap { references(of: $0) }
        }
    }

    /// The text that the pattern is tried on when its trigger stands at a place.
    func range(_ hit: WordHits.Hit, _ read: ReadText, _ lexicon: Lexicon, after done: Int) -> Range<Int> {
        let trigger = Int(hit.start)..<Int(hit.start + hit.length)
        let isAfterthought = scope != .clause && read.isInBrackets(trigger.lowerBound)
        let earliest =
            scope == .wholeSentence || isAfterthought
            ? read.start(before: trigger.lowerBound, where: Letter.endsSentence)
            : read.start(before: trigger.lowerBound, where: Letter.endsClause)
        // A scope that an `until` word ended is not looked at again.
        let start = max(earliest, min(done, trigger.lowerBound))
        let end =
            switch scope {
            case .clause: read.end(from: trigger.upperBound, where: Letter.endsClause)
            case .sentence, .wholeSentence: read.end(from: trigger.upperBound, where: Letter.endsSentence)
            case .paragraph: read.end(from: trigger.upperBound) { $0 == Letter.lineBreak }
            }
        guard let until, let stop = read.first(until, in: trigger.upperBound..<end, lexicon) else { return start..<end }
        return start..<Int(stop.start)
    }
}
