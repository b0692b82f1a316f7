import Catalogue

/// A pattern with its words as classes of the index and its shapes as programs.
struct CompiledPattern: Sendable {
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
    }

    /// Every place where a pattern names words.
    static func references(of pattern: NarrativePattern) -> [[NarrativePattern.WordReference]] {
        [pattern.trigger, pattern.until, pattern.unless, pattern.parts].filter { !$0.isEmpty }
    }

    /// The text that the pattern is tried on when its trigger stands at a place.
    func range(_ hit: WordHits.Hit, _ read: ReadText, _ lexicon: Lexicon) -> Range<Int> {
        let trigger = Int(hit.start)..<Int(hit.start + hit.length)
        let start = read.clauseStart(trigger.lowerBound)
        let end =
            switch scope {
            case .clause: read.end(from: trigger.upperBound, where: Letter.endsClause)
            case .sentence: read.end(from: trigger.upperBound, where: Letter.endsSentence)
            case .paragraph: read.end(from: trigger.upperBound) { $0 == Letter.lineBreak }
            }
        guard let until, let stop = read.first(until, in: trigger.upperBound..<end, lexicon) else { return start..<end }
        return start..<Int(stop.start)
    }
}
