import Catalogue

/// Reads figures out of sentences, as the patterns of the catalogue tell it to; it knows nothing of any particular figure.
///
/// Numbers are found first, then patterns claim them where their trigger stands. Built once, used from any number of threads.
package struct NarrativeReader: Sendable {
    private let lexicon: Lexicon
    private let patterns: [CompiledPattern]
    /// For each word of the index, the patterns that it triggers.
    private let triggered: [[Int]]

    /// - Parameter indicators: each code's place in the codebook; patterns of other codes are left out.
    package init(patterns: NarrativePatterns, indicators: [String: Int]) {
        let references = Set(patterns.patterns.flatMap(CompiledPattern.references))
        let lexicon = Lexicon(patterns, references: references)
        let compiled = patterns.patterns.map {
            CompiledPattern($0, lexicon: lexicon, patterns: patterns, indicators: indicators)
        }
        self.lexicon = lexicon
        self.patterns = compiled
        triggered = lexicon.index.words.indices.map { word in
            compiled.indices.filter { lexicon.index.isMember(word, of: compiled[$0].trigger) }
        }
    }

    /// - Parameters:
    ///   - text: the document's transcript.
    ///   - ranges: its narrative paragraphs, in order.
    ///   - year: the report's year; numbers of other years are left alone.
    package func read(_ text: [UInt8], ranges: [Range<Int>], year: Int) -> NarrativeReading {
        let read = ReadText(text, ranges: ranges, year: year, lexicon: lexicon)
        var resolution = ClaimResolution(read, patterns: patterns, lexicon: lexicon)
        resolution.accept(candidates(read))
        return resolution.reading(of: text)
    }

    /// Reads a text all of which is narrative, a paragraph a line.
    package func read(lines text: [UInt8], year: Int) -> NarrativeReading {
        read(text, ranges: Self.lines(of: text), year: year)
    }

    /// The numbers of a text that patterns of different indicators want.
    func contests(_ text: [UInt8], year: Int) -> [NarrativeContest] {
        let read = ReadText(text, ranges: Self.lines(of: text), year: year, lexicon: lexicon)
        var resolution = ClaimResolution(read, patterns: patterns, lexicon: lexicon)
        let candidates = candidates(read)
        resolution.accept(candidates)
        return resolution.contests(candidates)
    }

    private static func lines(of text: [UInt8]) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var start = 0
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            paragraphs.append(start..<start + line.count)
            start += line.count + 1
        }
        return paragraphs
    }

    /// Every match of every pattern whose trigger stands in the text.
    private func candidates(_ read: ReadText) -> [Candidate] {
        var matcher = ShapeMatcher(read, lexicon: lexicon)
        var present = WordIndex.ClassSet()
        var done = Array(repeating: 0, count: patterns.count)
        var result: [Candidate] = []
        var sentenceEnd = 0
        var hasQuantity = false
        var inSentence = WordIndex.ClassSet()
        for hit in read.hits.all where !triggered[Int(hit.word)].isEmpty {
            if hit.start >= sentenceEnd {
                sentenceEnd = read.end(from: Int(hit.start), where: Letter.endsSentence) + 1
                let start = read.start(before: Int(hit.start), where: Letter.endsSentence)
                let sentence = start..<min(sentenceEnd, read.count)
                hasQuantity = read.hasQuantity(in: sentence)
                lexicon.index.gather(read.hits.within(sentence), of: read.hits, into: &inSentence)
            }
            for number in triggered[Int(hit.word)] where done[number] <= Int(hit.start) {
                let pattern = patterns[number]
                guard pattern.scope == .paragraph || hasQuantity || !pattern.needsNumber,
                    pattern.scope == .paragraph || pattern.programs.contains(where: { $0.canMatch(inSentence) })
                else { continue }
                let scope = pattern.range(hit, read, lexicon, after: done[number])
                done[number] = max(scope.upperBound, Int(hit.start + hit.length))
                collect(pattern, number, in: scope, read, &matcher, &present, &result)
            }
        }
        return result
    }

    /// The matches of one pattern in one scope.
    private func collect(
        _ pattern: CompiledPattern, _ number: Int, in scope: Range<Int>, _ read: ReadText,
        _ matcher: inout ShapeMatcher, _ present: inout WordIndex.ClassSet, _ result: inout [Candidate]
    ) {
        let hasQuantity = read.hasQuantity(in: scope)
        guard hasQuantity || !pattern.needsNumber else { return }
        lexicon.index.gather(read.hits.within(scope), of: read.hits, into: &present)
        for order in pattern.programs.indices where hasQuantity || !pattern.programs[order].needsNumber {
            guard pattern.programs[order].canMatch(present) else { continue }
            for match in matcher.matches(pattern.programs[order], in: scope, pattern.conditions)
            where !isExcluded(match, pattern, read) {
                result.append(
                    Candidate(pattern: number, program: order, match: match, scope: scope, read, pattern, lexicon))
            }
        }
    }

    /// Whether a word that rules the pattern out stands in the clause of the match, or in the item that it ends in.
    ///
    /// An item of a list that has its own number says nothing of the next: 点击量3万次、公众号发布2篇.
    private func isExcluded(_ match: ShapeMatch, _ pattern: CompiledPattern, _ read: ReadText) -> Bool {
        guard let unless = pattern.unless else { return false }
        var start = match.range.lowerBound
        let farthest = max(0, start - Self.lookBack)
        while start > farthest, !Letter.endsClause(read.text.letters[start - 1]), !read.endsCounted(start - 1) {
            start -= 1
        }
        var end = match.range.upperBound
        let last = min(read.count, end + Self.lookBack)
        while end < last, !Letter.endsItem(read.text.letters[end]) { end += 1 }
        return read.contains(unless, in: start..<end, lexicon)
    }

    private static let lookBack = 60
}

/// One match of one pattern, before it is known which pattern gets the number.
struct Candidate {
    var pattern: Int
    var program: Int
    var match: ShapeMatch
    var scope: Range<Int>
    /// Letters between the trigger and the first number that is claimed.
    var distance: Int

    init(
        pattern number: Int, program: Int, match: ShapeMatch, scope: Range<Int>, _ read: ReadText,
        _ pattern: CompiledPattern, _ lexicon: Lexicon
    ) {
        self.pattern = number
        self.program = program
        self.match = match
        self.scope = scope
        let slots = pattern.programs[program].slots
        let first = slots.indices.first { match.slots[$0] > 0 && !slots[$0].indicators.isEmpty }
        let place =
            first.map { read.quantities[Int(match.slots[$0]) - 1].number.lowerBound } ?? match.range.upperBound
        let near = max(scope.lowerBound, place - Self.farthest)..<place
        let trigger = read.last(pattern.trigger, in: near, lexicon)
        distance = trigger.map { max(0, place - Int($0.start + $0.length)) } ?? Self.farthest
    }

    /// Triggers farther off than this, or behind the number, are all alike.
    private static let farthest = 80
}
