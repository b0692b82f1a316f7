/// The name that a misspelt one probably means.
package enum Nearest {
    /// The one that differs in the fewest characters, if that is less than half of them; else the shortest that holds
    /// the word, or that the word holds: 东川 means 东川县.
    package static func name(to word: String, among names: [String]) -> String? {
        // Nobody misspells so long a name, and the comparison would take a minute.
        guard word.utf8.count <= longest else { return nil }
        let scored = names.map { (distance(word, Array($0)), $0) }
        if let best = scored.min(by: { $0.0 < $1.0 }), best.0 * 2 < word.count { return best.1 }
        guard word.count > 1 else { return nil }
        let holding = names.filter { $0.count > 1 && ($0.contains(word) || word.contains($0)) }
        return holding.min { ($0.count, $0) < ($1.count, $1) }
    }

    private static let longest = 600

    /// How many elements must be put in, taken out or replaced to make one sequence of the other (Levenshtein).
    @inlinable package static func distance<Element: Equatable>(
        _ first: some Sequence<Element>, _ second: [Element]
    ) -> Int {
        var row = Array(0...second.count)
        for (index, element) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in second.indices {
                let replaced = diagonal + (second[column] == element ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[second.count]
    }
}
