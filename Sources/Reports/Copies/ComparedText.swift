import Values

/// A report's sentences made ready to be compared with those of others: their fingerprints, and which of their words
/// are standard phrases.
package struct ComparedText: Sendable {
    package let prose: Prose
    package let fingerprints: Fingerprints
    /// How many tokens before each, and before the end, are no part of a standard phrase.
    private var ownBefore: [Int32]

    package init(_ prose: Prose) {
        self.prose = prose
        fingerprints = Fingerprints(prose)
        ownBefore = (0...prose.tokens.count).map { Int32(truncatingIfNeeded: $0) }
    }

    /// Takes what standard fingerprints are of for standard phrases.
    package mutating func leaveOut(_ isStandard: (UInt64) -> Bool) {
        var isOut = [Bool](repeating: false, count: prose.tokens.count)
        for mark in fingerprints.marks where isStandard(mark.hash) {
            for place in mark.position..<mark.position + Fingerprints.gram { isOut[place] = true }
        }
        var count: Int32 = 0
        for place in isOut.indices {
            ownBefore[place] = count
            if !isOut[place] { count += 1 }
        }
        ownBefore[isOut.count] = count
    }

    /// How many tokens of a range are the report's own words.
    package func ownCount(_ range: Range<Int>) -> Int {
        Int(ownBefore[range.upperBound] - ownBefore[range.lowerBound])
    }

    /// How many tokens are the report's own words.
    package var ownCount: Int { ownCount(0..<prose.tokens.count) }

    /// How many tokens are of standard phrases.
    package var standardCount: Int { prose.tokens.count - ownCount }

    /// The longest passages that another text has too, word for word but for numbers, in the order in which they stand
    /// in this one, where each token is in one at the most. What is short but for standard phrases is left out.
    package func passages(sharedWith other: ComparedText) -> [SharedPassage] {
        var passages: [SharedPassage] = []
        var end = 0
        let seeds = seeds(sharedWith: other)
        var place = 0
        while place < seeds.count {
            let position = seeds[place].own
            var next = place
            while next < seeds.count, seeds[next].own == position { next += 1 }
            defer { place = next }
            guard position + Fingerprints.gram > end else { continue }
            guard
                let longest = seeds[place..<next].map({ extended($0, other) }).max(by: { $0.own.count < $1.own.count })
            else { continue }
            let passage = longest.droppingFirst(max(0, end - longest.own.lowerBound))
            guard ownCount(passage.own) >= Fingerprints.shortestPassage else { continue }
            passages.append(passage)
            end = passage.own.upperBound
        }
        return passages
    }

    private struct Seed {
        let own: Int
        let other: Int
    }

    /// A phrase that a text repeats more often than this is looked up at its first places only.
    private static let mostRepetitions = 4

    /// Where both have the same fingerprint, in the order of this text.
    private func seeds(sharedWith other: ComparedText) -> [Seed] {
        let (mine, theirs) = (fingerprints.marks, other.fingerprints.marks)
        var seeds: [Seed] = []
        var place = 0
        for mark in mine {
            while place < theirs.count, theirs[place].hash < mark.hash { place += 1 }
            for repetition in theirs[place...].prefix(Self.mostRepetitions) where repetition.hash == mark.hash {
                seeds.append(Seed(own: mark.position, other: repetition.position))
            }
        }
        return seeds.sorted { ($0.own, $0.other) < ($1.own, $1.other) }
    }

    /// A seed grown to both sides as far as the texts are the same; empty where only the hashes are.
    private func extended(_ seed: Seed, _ other: ComparedText) -> SharedPassage {
        let (mine, theirs) = (prose.paragraph(of: seed.own), other.prose.paragraph(of: seed.other))
        var before = 0
        while seed.own - before > mine.lowerBound, seed.other - before > theirs.lowerBound,
            prose.tokens[seed.own - before - 1] == other.prose.tokens[seed.other - before - 1]
        {
            before += 1
        }
        var after = 0
        while seed.own + after < mine.upperBound, seed.other + after < theirs.upperBound,
            prose.tokens[seed.own + after] == other.prose.tokens[seed.other + after]
        {
            after += 1
        }
        return SharedPassage(
            own: seed.own - before..<seed.own + after, other: seed.other - before..<seed.other + after)
    }
}

/// The same words in two texts, as ranges of their tokens, which are equally long.
package struct SharedPassage: Sendable, Equatable {
    package let own: Range<Int>
    package let other: Range<Int>

    func droppingFirst(_ count: Int) -> SharedPassage {
        let count = min(count, own.count)
        return SharedPassage(
            own: own.lowerBound + count..<own.upperBound, other: other.lowerBound + count..<other.upperBound)
    }
}

/// A number within a shared passage, as either text writes it.
package struct SharedNumber: Sendable, Equatable {
    package let own: String
    package let other: String
    /// Where it stands in this text's transcript.
    package let range: Range<Int>

    package var isSame: Bool { own == other }
}

extension ComparedText {
    /// The numbers of a passage, in their order: digits as they are written, without separators and in half width.
    package func numbers(
        of passage: SharedPassage, in transcript: [UInt8], sharedWith other: ComparedText, in otherTranscript: [UInt8]
    ) -> [SharedNumber] {
        zip(passage.own, passage.other).compactMap { place, otherPlace in
            guard prose.tokens[place] == Prose.number else { return nil }
            let range = prose.bytes(place..<place + 1)
            return SharedNumber(
                own: Self.digits(transcript, range),
                other: Self.digits(otherTranscript, other.prose.bytes(otherPlace..<otherPlace + 1)), range: range)
        }
    }

    private static func digits(_ transcript: [UInt8], _ range: Range<Int>) -> String {
        guard range.upperBound <= transcript.count else { return "" }
        return String(decoding: transcript[range], as: UTF8.self).halfWidth.filter { !$0.isWhitespace && $0 != "," }
    }
}
