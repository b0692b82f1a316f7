import Catalogue

/// A shape made ready to be tried at many places: a list of steps, branches given as places in the list.
///
/// A class, so that the search for matches passes a reference and copies nothing.
final class ShapeProgram: Sendable {
    let steps: [Step]
    let slots: [Slot]
    /// Whether it cannot match where no number stands.
    let needsNumber: Bool
    /// Classes that must all have a word in the scope.
    let required: [Int]
    /// Whether it says which number of a list is whose: others leave such a list alone.
    let tellsTurns: Bool

    init(steps: [Step], slots: [Slot], needsNumber: Bool, required: [Int], tellsTurns: Bool) {
        self.steps = steps
        self.slots = slots
        self.needsNumber = needsNumber
        self.required = required
        self.tellsTurns = tellsTurns
    }

    /// Whether a scope with words of these classes has all the words that it must have.
    func canMatch(_ present: WordIndex.ClassSet) -> Bool {
        for number in required where !present.contains(number) { return false }
        return true
    }

    enum Step: Sendable {
        /// Any word of a class.
        case word(Int)
        /// Tries the first place, then the second.
        case branch(Int, Int)
        case jump(Int)
        case gap(wide: Bool)
        case slot(Int)
        case end
    }

    /// A number to be found, or one told in words.
    struct Slot: Sendable {
        var kind: Kind
        /// Indicators in the catalogue's order, as the reader was given them.
        var indicators: [Int]
        /// The words of the units that the number may have; nil for any.
        var units: [Int]?
        var allowsNoUnit = false

        enum Kind: Sendable {
            case number
            case zero
            case equal(to: Int)
        }
    }

    /// A match remembers where its slots were filled in a vector of this size.
    static let mostSlots = 8
}

/// Turns the shapes of one pattern into programs.
struct ShapeCompiler {
    let lexicon: Lexicon
    let patterns: NarrativePatterns
    let indicators: [String: Int]
    /// The pattern's own units.
    let units: [String]
    private var steps: [ShapeProgram.Step] = []
    private var slots: [ShapeProgram.Slot] = []

    init(lexicon: Lexicon, patterns: NarrativePatterns, indicators: [String: Int], units: [String]) {
        self.lexicon = lexicon
        self.patterns = patterns
        self.indicators = indicators
        self.units = units
    }

    /// Nil where the shape's indicators are not among those the reader was given.
    mutating func compile(_ shape: NarrativeShape) -> ShapeProgram? {
        steps = []
        slots = []
        guard add(shape.parts), slots.count <= ShapeProgram.mostSlots else { return nil }
        steps.append(.end)
        let required = shape.parts.compactMap { part -> Int? in
            if case .oneOf(_, optional: true) = part { return nil }
            return part.alternatives.flatMap { lexicon.classNumber($0) }
        }
        return ShapeProgram(
            steps: steps, slots: slots, needsNumber: Self.needsNumber(shape.parts), required: required,
            tellsTurns: tellsTurns(shape.parts))
    }

    private static func needsNumber(_ parts: [NarrativeShape.Part]) -> Bool {
        parts.contains { part in
            switch part {
            case .slot(.number), .slot(.anyNumber): true
            case .oneOf(let choices, let optional): !optional && choices.allSatisfy { needsNumber($0) }
            default: false
            }
        }
    }

    private func tellsTurns(_ parts: [NarrativeShape.Part]) -> Bool {
        parts.contains { part in
            switch part {
            case .literal(let text): patterns.lexicon.words[.inTurn]?.contains { text.contains($0) } ?? false
            case .oneOf(let choices, _): choices.contains { tellsTurns($0) }
            default: false
            }
        }
    }

    private mutating func add(_ parts: [NarrativeShape.Part]) -> Bool {
        for part in parts {
            switch part {
            case .literal, .words:
                guard let number = lexicon.classNumber(part.alternatives ?? []) else { return false }
                steps.append(.word(number))
            case .gap(let wide):
                steps.append(.gap(wide: wide))
            case .slot(let slot):
                guard let slot = self.slot(slot) else { return false }
                steps.append(.slot(slots.count))
                slots.append(slot)
            case .oneOf(_, let optional) where part.alternatives != nil:
                guard let number = lexicon.classNumber(part.alternatives ?? []) else { return false }
                if optional { steps.append(.branch(steps.count + 1, steps.count + 2)) }
                steps.append(.word(number))
            case .oneOf(let choices, let optional):
                guard add(choices + (optional ? [[]] : [])) else { return false }
            }
        }
        return true
    }

    private mutating func add(_ choices: [[NarrativeShape.Part]]) -> Bool {
        var jumps: [Int] = []
        for (index, choice) in choices.enumerated() {
            let branch = steps.count
            let isLast = index == choices.count - 1
            if !isLast { steps.append(.branch(branch + 1, 0)) }
            guard add(choice) else { return false }
            guard !isLast else { break }
            jumps.append(steps.count)
            steps.append(.jump(0))
            steps[branch] = .branch(branch + 1, steps.count)
        }
        for jump in jumps { steps[jump] = .jump(steps.count) }
        return true
    }

    private func slot(_ slot: NarrativeShape.Slot) -> ShapeProgram.Slot? {
        switch slot {
        case .anyNumber:
            return ShapeProgram.Slot(kind: .number, indicators: [], units: nil, allowsNoUnit: true)
        case .zero(let code):
            return indicators[code].map { ShapeProgram.Slot(kind: .zero, indicators: [$0]) }
        case .equal(let code, let other):
            guard let indicator = indicators[code], let other = indicators[other] else { return nil }
            return ShapeProgram.Slot(kind: .equal(to: other), indicators: [indicator])
        case .number(let codes):
            let known = codes.compactMap { indicators[$0] }
            guard known.count == codes.count, let code = codes.first, let unit = patterns.units[code] else {
                return nil
            }
            let isCount = unit.scale == 1
            let names = isCount && !units.isEmpty ? units : patterns.lexicon.alike[unit.rawValue] ?? []
            return ShapeProgram.Slot(
                kind: .number, indicators: known, units: names.compactMap { lexicon.word(unit: $0) },
                allowsNoUnit: names.contains(""))
        }
    }
}

extension NarrativeShape.Part {
    /// The words that the part is a choice of, if it is nothing else.
    var alternatives: [NarrativePattern.WordReference]? {
        switch self {
        case .literal(let text): return [.word(text)]
        case .words(let name): return [.list(name)]
        case .gap, .slot: return nil
        case .oneOf(let choices, _):
            let words = choices.compactMap { $0.count == 1 ? $0[0].alternatives : nil }
            return words.count == choices.count ? words.flatMap { $0 } : nil
        }
    }
}
