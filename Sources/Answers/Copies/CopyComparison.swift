import Documents
import Reports
import Values

/// One report beside its last year's, its neighbours', and the templates.
struct CopyComparison {
    private(set) var report: CopiedReport
    private let text: CountyText
    private let last: (text: CountyText, passages: [SharedPassage])?
    private let neighbours: [(text: CountyText, passages: [SharedPassage])]
    /// The passages that so many townships carry that they are a template, with how many.
    private var templates: [(range: Range<Int>, carriers: Int)] = []
    private let book: PhraseBook

    init(_ text: CountyText, last: CountyText?, neighbours: [CountyText], book: PhraseBook) {
        self.text = text
        self.book = book
        let compared = text.compared
        self.last = last.map { ($0, compared.passages(sharedWith: $0.compared)) }
        self.neighbours = neighbours.map { ($0, compared.passages(sharedWith: $0.compared)) }
            .filter { !$0.1.isEmpty }
        report = CopiedReport(
            place: text.place, year: text.year, path: text.source.path, characters: compared.ownCount,
            standard: compared.standardCount)
        report.lastYear = self.last.map { count($0.passages.map(\.own)) }
        let carriers = carriers()
        report.neighbours = count(Self.ranges(of: carriers) { $0 > 0 })
        for (neighbour, passages) in self.neighbours {
            let shared = count(passages.map(\.own))
            if shared > report.nearest?.characters ?? 0 { report.nearest = (neighbour.place, shared) }
        }
        templates = templates(carriers)
        report.template = count(templates.map(\.range))
    }

    private func count(_ ranges: [Range<Int>]) -> Int { ranges.reduce(0) { $0 + text.compared.ownCount($1) } }

    /// For each token, how many neighbours have it within a passage.
    private func carriers() -> [Int] {
        var carriers = [Int](repeating: 0, count: text.compared.prose.tokens.count)
        for neighbour in neighbours {
            for passage in neighbour.passages { for place in passage.own { carriers[place] += 1 } }
        }
        return carriers
    }

    /// Where enough neighbours have a passage, or enough townships of any county its fingerprints.
    private func templates(_ carriers: [Int]) -> [(range: Range<Int>, carriers: Int)] {
        var known = carriers.map { $0 + 1 }
        for mark in text.compared.fingerprints.marks {
            guard let template = book.template(mark.hash, year: text.year) else { continue }
            for place in mark.position..<mark.position + Fingerprints.gram {
                known[place] = max(known[place], template.carriers)
            }
        }
        return text.compared.prose.paragraphs.flatMap { paragraph in
            Self.ranges(of: known, within: paragraph) { $0 >= PhraseBook.fewestCarriers }
        }.filter { text.compared.ownCount($0) >= Fingerprints.shortestPassage }.map { range in
            (range, known[range].max() ?? 0)
        }
    }

    private static func ranges(
        of values: [Int], within whole: Range<Int>? = nil, where admits: (Int) -> Bool
    ) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for place in whole ?? values.indices where admits(values[place]) {
            if let last = ranges.last, last.upperBound == place {
                ranges[ranges.count - 1] = last.lowerBound..<place + 1
            } else {
                ranges.append(place..<place + 1)
            }
        }
        return ranges
    }

    // MARK: Passages

    /// - Parameter example: a report of another county that carries a template.
    mutating func listPassages(_ example: (PhraseBook.Template) throws -> CountyText?) rethrows {
        var passages: [CopiedPassage] = []
        if let last { passages += last.passages.map { passage(.lastYear, $0, last.text) } }
        for neighbour in neighbours {
            passages += neighbour.passages.filter { !isTemplate($0.own) }.map {
                passage(.neighbour, $0, neighbour.text)
            }
        }
        for template in templates {
            let shown =
                try widest(template.range, among: neighbours)
                ?? exampleOf(template.range).flatMap { try example($0) }.flatMap { other in
                    widest(template.range, among: [(other, text.compared.passages(sharedWith: other.compared))])
                }
            if let shown { passages.append(passage(.template, shown.passage, shown.text, template.carriers)) }
        }
        report.passages = passages
    }

    /// Whether more than half of a passage is of a template, which is then told once and not of every neighbour.
    private func isTemplate(_ range: Range<Int>) -> Bool {
        templates.reduce(0) { $0 + $1.range.clamped(to: range).count } * 2 > range.count
    }

    private func widest(
        _ range: Range<Int>, among others: [(text: CountyText, passages: [SharedPassage])]
    ) -> (text: CountyText, passage: SharedPassage)? {
        others.flatMap { other in other.passages.map { (other.text, $0) } }
            .map { ($0, $1, $1.own.clamped(to: range).count) }.filter { $0.2 > 0 }
            .max { $0.2 < $1.2 }.map { ($0.0, $0.1) }
    }

    private func exampleOf(_ range: Range<Int>) -> PhraseBook.Template? {
        text.compared.fingerprints.marks.lazy.filter { range.contains($0.position) }
            .compactMap { book.template($0.hash, year: text.year) }.max { $0.carriers < $1.carriers }
    }

    private func passage(
        _ kind: CopiedPassage.Kind, _ shared: SharedPassage, _ other: CountyText, _ carriers: Int? = nil
    ) -> CopiedPassage {
        let (own, others) = (text.source.transcript, other.source.transcript)
        return CopiedPassage(
            kind: kind, characters: text.compared.ownCount(shared.own), other: other.place, otherYear: other.year,
            carriers: carriers, source: Self.source(text, shared.own), text: Self.words(text, shared.own),
            otherSource: Self.source(other, shared.other), otherText: Self.words(other, shared.other),
            numbers: text.compared.numbers(of: shared, in: own, sharedWith: other.compared, in: others))
    }

    private static func source(_ text: CountyText, _ range: Range<Int>) -> String {
        let lines = LineNumbers(text.source.transcript)
        return "\(text.source.path):\(lines.line(at: text.compared.prose.bytes(range).lowerBound))"
    }

    private static func words(_ text: CountyText, _ range: Range<Int>) -> String {
        Passage.oneLine(String(decoding: text.source.transcript[text.compared.prose.bytes(range)], as: UTF8.self))
    }
}
