/// Where a shape fits, and the quantities that its slots took.
struct ShapeMatch {
    var range: Range<Int>
    /// For each slot the quantity's number plus one, -1 for a slot told in words, 0 for one on a branch not taken.
    var slots: SIMD8<Int32>
}

/// Tries shapes on a text.
///
/// Branches are tried in the order of writing, words the longest first, gaps as short as possible. No step is tried twice at the same letter, so the time
/// is at most that of the shape's steps times the letters.
struct ShapeMatcher {
    private let read: ReadText
    private let lexicon: Lexicon
    private var seen: [UInt64] = []
    private var pending: [Branch] = []

    private struct Branch {
        var step: Int
        var position: Int
        var slots: SIMD8<Int32>
    }

    init(_ read: ReadText, lexicon: Lexicon) {
        self.read = read
        self.lexicon = lexicon
    }

    /// What a number's settings must be for it to be taken.
    struct Conditions: Sendable {
        var forbidden: Settings
        var needed: Settings
        /// Whether a part is welcome if it is this year's part.
        var takesThisYearsPart: Bool

        /// The class of the words that the pattern is tried for.
        var trigger: Int
    }

    private func hold(_ conditions: Conditions, at position: Int) -> Bool {
        var settings = read.settings(at: position)
        if settings.contains(.part), conditions.forbidden.contains(.part),
            conditions.takesThisYearsPart && settings.contains(.thisYear)
                || read.isPartOfItsOwn(at: position, trigger: conditions.trigger, lexicon)
        {
            settings.remove(.part)
        }
        return settings.isDisjoint(with: conditions.forbidden) && settings.isSuperset(of: conditions.needed)
    }

    /// The matches within a scope that do not overlap, in order.
    mutating func matches(_ program: ShapeProgram, in scope: Range<Int>, _ conditions: Conditions) -> [ShapeMatch] {
        var result: [ShapeMatch] = []
        var isFresh = false
        var start = scope.lowerBound
        while let next = nextStart(program, from: start, scope) {
            if !isFresh { forgetSeen(program, scope) }
            isFresh = true
            start = next + 1
            guard let match = run(program, from: next, scope, conditions), takesWholeTurn(match, program) else {
                continue
            }
            result.append(match)
            start = max(start, match.range.upperBound)
            forgetSeen(program, scope, at: match.range.upperBound)
        }
        return result
    }

    /// Whether a list after 分别 is taken from its first number to its last: of three numbers, two kinds cannot be told.
    private func takesWholeTurn(_ match: ShapeMatch, _ program: ShapeProgram) -> Bool {
        guard program.tellsTurns else { return true }
        let taken = (0..<match.slots.scalarCount).compactMap { match.slots[$0] > 0 ? match.slots[$0] - 1 : nil }
        return taken.allSatisfy { number in
            guard let first = read.inTurn[number] else { return true }
            let next = read.inTurn[number + 1] == first
            return taken.contains(first) && (!next || taken.contains(number + 1))
        }
    }

    /// The next letter at which the program's first step can be taken.
    private func nextStart(_ program: ShapeProgram, from start: Int, _ scope: Range<Int>) -> Int? {
        guard start < scope.upperBound else { return nil }
        switch program.steps[0] {
        case .word(let number):
            return read.first(number, in: start..<scope.upperBound, lexicon).map { Int($0.start) }
        case .slot:
            return (start..<scope.upperBound).first { read.quantityAt[$0] >= 0 }
        default:
            return start
        }
    }

    private mutating func forgetSeen(_ program: ShapeProgram, _ scope: Range<Int>) {
        let size = (program.steps.count * (scope.count + 1) + 63) / 64
        seen.removeAll(keepingCapacity: true)
        seen.append(contentsOf: repeatElement(0, count: size))
    }

    /// After a match only the letter behind it can be reached again by steps that led to the match.
    private mutating func forgetSeen(_ program: ShapeProgram, _ scope: Range<Int>, at position: Int) {
        for step in program.steps.indices {
            let bit = step * (scope.count + 1) + position - scope.lowerBound
            seen[bit >> 6] &= ~(1 << UInt64(bit & 63))
        }
    }

    private mutating func run(
        _ program: ShapeProgram, from start: Int, _ scope: Range<Int>, _ conditions: Conditions
    ) -> ShapeMatch? {
        pending.removeAll(keepingCapacity: true)
        pending.append(Branch(step: 0, position: start, slots: SIMD8()))
        while !pending.isEmpty {
            var branch = pending.removeLast()
            while mark(branch, scope) {
                if case .end = program.steps[branch.step] {
                    return ShapeMatch(range: start..<branch.position, slots: branch.slots)
                }
                guard advance(&branch, program, scope, conditions) else { break }
            }
        }
        return nil
    }

    /// Whether this step has not been tried at this letter before.
    private mutating func mark(_ branch: Branch, _ scope: Range<Int>) -> Bool {
        let bit = branch.step * (scope.count + 1) + branch.position - scope.lowerBound
        let mask: UInt64 = 1 << UInt64(bit & 63)
        defer { seen[bit >> 6] |= mask }
        return seen[bit >> 6] & mask == 0
    }

    /// Takes one step; further ways to go on are put aside.
    private mutating func advance(
        _ branch: inout Branch, _ program: ShapeProgram, _ scope: Range<Int>, _ conditions: Conditions
    ) -> Bool {
        let position = branch.position
        switch program.steps[branch.step] {
        case .word(let number):
            return takeWord(number, &branch, scope)
        case .branch(let first, let second):
            pending.append(Branch(step: second, position: position, slots: branch.slots))
            branch.step = first
        case .jump(let step):
            branch.step = step
        case .gap(let wide):
            return cross(wide: wide, &branch, program, scope)
        case .slot(let number):
            return fill(number, program, &branch, scope, conditions)
        case .end:
            return false
        }
        return true
    }

    /// Goes on to where the step after a gap may be taken; the letters behind are put aside.
    private mutating func cross(
        wide: Bool, _ branch: inout Branch, _ program: ShapeProgram, _ scope: Range<Int>
    ) -> Bool {
        let gap = branch.step
        while !canBegin(program.steps[gap + 1], program, at: branch.position) {
            guard let next = next(after: branch.position, wide: wide, scope) else { return false }
            branch.position = next
            guard mark(branch, scope) else { return false }
        }
        if let next = next(after: branch.position, wide: wide, scope) {
            pending.append(Branch(step: gap, position: next, slots: branch.slots))
        }
        branch.step += 1
        return true
    }

    /// Whether a step has a chance at a letter.
    private func canBegin(_ step: ShapeProgram.Step, _ program: ShapeProgram, at position: Int) -> Bool {
        switch step {
        case .word(let number):
            position < read.count
                && read.hits.places(at: position).contains {
                    lexicon.index.isMember(Int(read.hits.all[$0].word), of: number)
                }
        case .slot(let number):
            if case .number = program.slots[number].kind { read.quantityAt[position] >= 0 } else { true }
        default: true
        }
    }

    private mutating func takeWord(_ number: Int, _ branch: inout Branch, _ scope: Range<Int>) -> Bool {
        guard branch.position < scope.upperBound else { return false }
        let start = branch.position
        let next = branch.step + 1
        var isTaken = false
        for place in read.hits.places(at: start) {
            let hit = read.hits.all[place]
            guard lexicon.index.isMember(Int(hit.word), of: number) else { continue }

            let end = start + Int(hit.length)
            guard end <= scope.upperBound else { continue }
            if isTaken {
                pending.append(Branch(step: next, position: end, slots: branch.slots))
            } else {
                branch.position = end
                branch.step = next
                isTaken = true
            }
        }
        return isTaken
    }

    /// One letter, bracket or number further on, unless the clause or the part of the sentence ends here.
    private func next(after position: Int, wide: Bool, _ scope: Range<Int>) -> Int? {
        guard position < scope.upperBound else { return nil }
        let letter = read.text.letters[position]
        if wide ? Letter.endsPart(letter) : Letter.endsClause(letter) || letter == Letter.closeBracket { return nil }
        var next = position + 1
        if letter == Letter.openBracket {
            next = read.text.afterBracket(position) ?? next
        } else if read.quantityAt[position] >= 0 {
            guard wide else { return nil }
            next = read.quantities[Int(read.quantityAt[position])].whole.upperBound
        }
        return next <= scope.upperBound ? next : nil
    }

    private func fill(
        _ number: Int, _ program: ShapeProgram, _ branch: inout Branch, _ scope: Range<Int>,
        _ conditions: Conditions
    ) -> Bool {
        let slot = program.slots[number]
        guard case .number = slot.kind else {
            guard hold(conditions, at: max(0, branch.position - 1)) else { return false }
            branch.slots[number] = -1
            branch.step += 1
            return true
        }
        let found = read.quantityAt[branch.position]
        guard found >= 0 else { return false }
        let quantity = read.quantities[Int(found)]
        guard quantity.whole.upperBound <= scope.upperBound, accepts(slot, quantity.unit),
            slot.indicators.isEmpty || hold(conditions, at: quantity.number.lowerBound),
            slot.indicators.isEmpty || program.tellsTurns || read.inTurn[found] == nil
        else { return false }
        branch.slots[number] = found + 1
        branch.position = quantity.whole.upperBound
        branch.step += 1
        return true
    }

    private func accepts(_ slot: ShapeProgram.Slot, _ unit: Int?) -> Bool {
        guard let unit else { return slot.allowsNoUnit }
        return slot.units?.contains(unit) ?? true
    }
}
