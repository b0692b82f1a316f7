import Catalogue

/// Decides which pattern gets which number, and what the numbers of one indicator come to.
struct ClaimResolution {
    private let read: ReadText
    private let patterns: [CompiledPattern]
    private let lexicon: Lexicon
    /// The indicator that each quantity belongs to, or -1.
    private var owner: [Int]
    private var claims: [Claim] = []

    /// A number, or words that tell one, taken for an indicator.
    private struct Claim {
        var indicator: Int
        var amount: Amount
        /// Letters of the number and its unit, or of the words.
        var place: Range<Int>
        var quantity: Int?
        var candidate: Candidate
        var settings: Settings
    }

    init(_ read: ReadText, patterns: [CompiledPattern], lexicon: Lexicon) {
        self.read = read
        self.patterns = patterns
        self.lexicon = lexicon
        owner = Array(repeating: -1, count: read.quantities.count)
    }

    /// Gives each number to the candidate whose trigger is nearest, then to the pattern that comes first in the catalogue.
    mutating func accept(_ candidates: [Candidate]) {
        let order = candidates.indices.sorted { left, right in
            let (first, second) = (candidates[left], candidates[right])
            return (first.distance, first.pattern, first.program, left)
                < (second.distance, second.pattern, second.program, right)
        }
        for index in order { accept(candidates[index]) }
        for index in order { acceptEqual(candidates[index]) }
    }

    private mutating func accept(_ candidate: Candidate) {
        let slots = patterns[candidate.pattern].programs[candidate.program].slots
        for (number, slot) in slots.enumerated() where candidate.match.slots[number] > 0 && !slot.indicators.isEmpty {
            let current = owner[Int(candidate.match.slots[number]) - 1]
            guard current < 0 || slot.indicators.contains(current) else { return }
        }
        for (number, slot) in slots.enumerated() {
            let filled = Int(candidate.match.slots[number])
            if filled > 0, let first = slot.indicators.first, owner[filled - 1] < 0 {
                owner[filled - 1] = first
                let quantity = read.quantities[filled - 1]
                claim(slot.indicators, quantity.amount, quantity.number, filled - 1, candidate)
            } else if filled < 0, case .zero = slot.kind {
                claim(slot.indicators, Amount(value: 0), candidate.match.range, nil, candidate)
            }
        }
    }

    private mutating func claim(
        _ indicators: [Int], _ amount: Amount, _ place: Range<Int>, _ quantity: Int?, _ candidate: Candidate
    ) {
        for indicator in indicators {
            claims.append(
                Claim(
                    indicator: indicator, amount: amount, place: place, quantity: quantity, candidate: candidate,
                    settings: read.settings[place.lowerBound]))
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
            claim(slot.indicators, model.amount, candidate.match.range, nil, candidate)
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
        let whole = all.filter { combination($0) != .sum }
        guard let figure = whole.first(where: isThisYears) ?? whole.first else {
            return settleSum(all, into: &result)
        }
        add(figure, figure.amount, figure.place, into: &result)
        for claim in all where claim.amount.value != figure.amount.value {
            release(claim)
        }
        let rivals = combination(figure) == .thisYear ? [] : whole.filter { $0.amount.value != figure.amount.value }
        guard let rival = rivals.first else { return }
        result.doubts.append(
            Doubt(
                .narrativeDisagrees, at: read.text.bytes(rival.place),
                found: string(text, rival.place), expected: string(text, figure.place)))
    }

    /// Adds up the parts that stand in one sentence.
    private mutating func settleSum(_ parts: ArraySlice<Claim>, into result: inout NarrativeReading) {
        guard let first = parts.first else { return }
        let end = read.end(from: first.place.upperBound, where: Letter.endsSentence)
        var amount = first.amount
        var place = first.place
        for part in parts.dropFirst() {
            let (sum, overflow) = amount.value.addingReportingOverflow(part.amount.value)
            guard part.place.lowerBound < end, !overflow else {
                release(part)
                continue
            }
            amount.value = sum
            amount.precision = max(amount.precision, part.amount.precision)
            if let qualifier = part.amount.qualifier {
                amount.qualifier = amount.qualifier ?? qualifier == qualifier ? qualifier : .about
            }
            place = place.lowerBound..<part.place.upperBound
        }
        add(first, amount, place, into: &result)
    }

    private func combination(_ claim: Claim) -> NarrativePattern.Combination {
        patterns[claim.candidate.pattern].combine
    }

    private func isThisYears(_ claim: Claim) -> Bool {
        combination(claim) == .thisYear && claim.settings.isSuperset(of: [.thisYear, .part])
    }

    /// A number that did not become a figure is shown among those that nobody claimed.
    private mutating func release(_ claim: Claim) {
        if let quantity = claim.quantity, owner[quantity] == claim.indicator { owner[quantity] = -1 }
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
