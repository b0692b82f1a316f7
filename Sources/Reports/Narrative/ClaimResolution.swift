import Catalogue
import Values

/// Decides which pattern gets which number, and what the numbers of one indicator come to.
struct ClaimResolution {
    private let read: ReadText
    private let patterns: [CompiledPattern]
    private let lexicon: Lexicon
    /// The indicator that each quantity belongs to.
    private var owner: [Int]
    private static let free = -1
    private static let nobody = -2
    private var claims: [Claim] = []

    /// A number, or words that tell one, taken for an indicator.
    private struct Claim {
        var indicator: Int
        var amount: Amount
        /// Letters of the number and its unit, or of the words.
        var place: Range<Int>
        var quantities: [Int]
        var candidate: Candidate
        var settings: Settings

        /// Whether two claims are readings of one sentence by one pattern: the shape that is written first is then the better one.
        func isReading(of other: Claim) -> Bool {
            candidate.pattern == other.candidate.pattern && candidate.scope == other.candidate.scope
                && candidate.program != other.candidate.program
                || place == other.place
        }
    }

    init(_ read: ReadText, patterns: [CompiledPattern], lexicon: Lexicon) {
        self.read = read
        self.patterns = patterns
        self.lexicon = lexicon
        owner = Array(repeating: Self.free, count: read.quantities.count)
    }

    /// Gives each number to the candidate whose trigger is nearest, then to the pattern that comes first in the catalogue.
    mutating func accept(_ candidates: [Candidate]) {
        let order = candidates.indices.sorted { left, right in
            let (first, second) = (candidates[left], candidates[right])
            return (first.distance, first.pattern, first.program, left)
                < (second.distance, second.pattern, second.program, right)
        }
        for index in order where patterns[candidates[index].pattern].blocks { block(candidates[index].match) }
        for index in order { accept(candidates[index]) }
        for index in order { acceptEqual(candidates[index]) }
    }

    private mutating func block(_ match: ShapeMatch) {
        for number in 0..<match.slots.scalarCount where match.slots[number] > 0 {
            owner[Int(match.slots[number]) - 1] = Self.nobody
        }
    }

    private mutating func accept(_ candidate: Candidate) {
        let slots = patterns[candidate.pattern].programs[candidate.program].slots
        for (number, slot) in slots.enumerated() where candidate.match.slots[number] > 0 && !slot.indicators.isEmpty {
            let current = owner[Int(candidate.match.slots[number]) - 1]
            guard current == Self.free || slot.indicators.contains(current) else { return }
        }
        let before = claims.count
        for (number, slot) in slots.enumerated() {
            let filled = Int(candidate.match.slots[number])
            if filled > 0, let first = slot.indicators.first, owner[filled - 1] == Self.free {
                owner[filled - 1] = first
                let quantity = read.quantities[filled - 1]
                claim(slot.indicators, quantity.amount, quantity.number, [filled - 1], candidate)
            } else if filled < 0, case .zero = slot.kind {
                claim(slot.indicators, Amount(value: 0), candidate.match.range, [], candidate)
            }
        }
        mergeClaims(from: before)
    }

    /// Numbers of one match for one indicator are added up: 1名专职人员和2名兼职人员.
    private mutating func mergeClaims(from start: Int) {
        var merged: [Claim] = []
        for claim in claims[start...] {
            if let index = merged.firstIndex(where: { $0.indicator == claim.indicator }),
                let sum = merged[index].amount.adding(claim.amount)
            {
                merged[index].amount = sum
                merged[index].quantities += claim.quantities
                merged[index].place = merged[index].place.lowerBound..<claim.place.upperBound
            } else {
                merged.append(claim)
            }
        }
        claims.replaceSubrange(start..., with: merged)
    }

    private mutating func claim(
        _ indicators: [Int], _ amount: Amount, _ place: Range<Int>, _ quantities: [Int], _ candidate: Candidate
    ) {
        for indicator in indicators {
            claims.append(
                Claim(
                    indicator: indicator, amount: amount, place: place, quantities: quantities, candidate: candidate,
                    settings: read.settings(at: place.lowerBound)))
        }
    }

    /// Words that say that two numbers are equal, where the other one stands before them in the scope.
    private mutating func acceptEqual(_ candidate: Candidate) {
        let slots = patterns[candidate.pattern].programs[candidate.program].slots
        for (number, slot) in slots.enumerated() where candidate.match.slots[number] < 0 {
            guard case .equal(let other) = slot.kind else { continue }
            let before = candidate.scope.lowerBound..<candidate.match.range.upperBound
            let model = claims.last { $0.indicator == other && before.contains($0.place.lowerBound) }
            guard let model else { continue }
            claim(slot.indicators, model.amount, candidate.match.range, [], candidate)
        }
    }

    /// The numbers that went to other patterns than the candidate's, for other indicators.
    func contests(_ candidates: [Candidate]) -> [NarrativeContest] {
        candidates.flatMap { candidate in
            let pattern = patterns[candidate.pattern]
            let slots = pattern.programs[candidate.program].slots
            return slots.indices.compactMap { index -> NarrativeContest? in
                let number = Int(candidate.match.slots[index]) - 1
                guard number >= 0, let wanted = slots[index].indicators.first, owner[number] >= 0,
                    !slots[index].indicators.contains(owner[number]),
                    let claim = claims.first(where: { $0.quantities.contains(number) })
                else { return nil }
                return NarrativeContest(
                    indicators: [owner[number], wanted],
                    patterns: [patterns[claim.candidate.pattern].name, pattern.name],
                    range: read.text.bytes(read.quantities[number].number))
            }
        }
    }

    // MARK: The result

    mutating func reading(of text: [UInt8]) -> NarrativeReading {
        claims.sort {
            ($0.indicator, $0.place.lowerBound, $0.place.upperBound)
                < ($1.indicator, $1.place.lowerBound, $1.place.upperBound)
        }
        var result = NarrativeReading(figures: [], quantities: [], claims: [], doubts: [])
        var start = 0
        while start < claims.count {
            let end = claims[start...].firstIndex { $0.indicator != claims[start].indicator } ?? claims.count
            settle(claims[start..<end], into: &result, text)
            start = end
        }
        result.figures.sort { ($0.range.lowerBound, $0.indicator) < ($1.range.lowerBound, $1.indicator) }
        result.claims.sort { ($0.range.lowerBound, $0.indicator) < ($1.range.lowerBound, $1.indicator) }
        result.quantities = quantities()
        return result
    }

    /// Makes one figure of all claims for one indicator.
    private mutating func settle(_ all: ArraySlice<Claim>, into result: inout NarrativeReading, _ text: [UInt8]) {
        if all.count == 1, let only = all.first { return add(only, only.amount, only.place, into: &result) }
        let whole = all.filter { combination($0) != .sum }
        guard let first = whole.first(where: isThisYears) ?? whole.first else {
            return settleSum(all, into: &result, text)
        }
        let figure =
            whole.filter { $0.isReading(of: first) }.min { $0.candidate.program < $1.candidate.program } ?? first
        add(figure, figure.amount, figure.place, into: &result)
        setAside(all.filter { !$0.isReading(of: figure) }, for: figure, into: &result, text)
    }

    /// Adds up the parts of one paragraph that different words introduce.
    private mutating func settleSum(
        _ parts: ArraySlice<Claim>, into result: inout NarrativeReading, _ text: [UInt8]
    ) {
        guard let first = parts.first else { return }
        let paragraph = read.end(from: first.place.upperBound) { $0 == Letter.lineBreak }
        var amount = first.amount
        var place = first.place
        var words = [partWord(of: first, after: 0)]
        var rivals: [Claim] = []
        for part in parts.dropFirst() {
            guard part.place.lowerBound < paragraph, let word = partWord(of: part, after: place.upperBound),
                words[0] != nil, !words.contains(word), let sum = amount.adding(part.amount)
            else {
                rivals.append(part)
                continue
            }
            amount = sum
            words.append(word)
            place = place.lowerBound..<part.place.upperBound
        }
        add(first, amount, place, into: &result)
        setAside(rivals, for: first, into: &result, text)
    }

    /// Shows numbers that did not become a figure among those that nobody claimed, and says so where they tell something else.
    private mutating func setAside(
        _ rivals: [Claim], for figure: Claim, into result: inout NarrativeReading, _ text: [UInt8]
    ) {
        let different = rivals.filter { $0.amount.value != figure.amount.value }
        for claim in different {
            for quantity in claim.quantities where owner[quantity] == claim.indicator { owner[quantity] = Self.free }
        }
        guard let rival = different.first, combination(figure) != .thisYear else { return }
        result.doubts.append(
            Doubt(
                .narrativeDisagrees, at: read.text.bytes(rival.place),
                found: string(text, rival.place), expected: string(text, figure.place)))
    }

    /// The word that tells a part of a sum from the others: the last one before its number.
    private func partWord(of claim: Claim, after start: Int) -> Int32? {
        let start = max(start, claim.place.lowerBound - Self.lookBack)
        guard let parts = patterns[claim.candidate.pattern].parts, start < claim.place.lowerBound else { return nil }
        return read.lastApart(parts, in: start..<claim.place.lowerBound, lexicon)?.word
    }

    private static let lookBack = 60

    private func combination(_ claim: Claim) -> NarrativePattern.Combination {
        patterns[claim.candidate.pattern].combine
    }

    private func isThisYears(_ claim: Claim) -> Bool {
        combination(claim) == .thisYear && claim.settings.isSuperset(of: [.thisYear, .part])
    }

    private func add(_ claim: Claim, _ amount: Amount, _ place: Range<Int>, into result: inout NarrativeReading) {
        result.figures.append(
            Figure(indicator: claim.indicator, reading: .reported(amount), range: read.text.bytes(place)))
        let words = claim.candidate.match.range
        let matched = min(words.lowerBound, place.lowerBound)..<max(words.upperBound, place.upperBound)
        result.claims.append(
            NarrativeClaim(
                indicator: claim.indicator, pattern: patterns[claim.candidate.pattern].name,
                range: read.text.bytes(matched)))
    }

    private func quantities() -> [Quantity] {
        read.quantities.indices.compactMap { index in
            let quantity = read.quantities[index]
            let indicator = owner[index] < 0 ? nil : owner[index]
            guard indicator != nil || quantity.unit != nil else { return nil }
            return Quantity(
                amount: quantity.amount, unit: quantity.unit.map { lexicon.unitNames[$0] } ?? "",
                range: read.text.bytes(quantity.number), indicator: indicator)
        }
    }

    private func string(_ text: [UInt8], _ letters: Range<Int>) -> String {
        String(decoding: text[read.text.bytes(letters)], as: UTF8.self)
    }
}

extension Amount {
    /// The sum, as exact as the less exact of the two; nil where it does not fit.
    fileprivate func adding(_ other: Amount) -> Amount? {
        let (sum, overflow) = value.addingReportingOverflow(other.value)
        guard !overflow else { return nil }
        let qualifiers = Set([qualifier, other.qualifier].compactMap { $0 })
        return Amount(
            value: sum, qualifier: qualifiers.count > 1 ? .about : qualifiers.first,
            precision: max(precision, other.precision))
    }
}
