import GRDB
import Values

/// The numbers of sentences that no indicator took, of which the same is said: how many, and the first of them.
package struct UnclaimedGroup: Sendable {
    package let description: NumberDescription
    package fileprivate(set) var count: Int
    package let place: Place
    package let year: Int
    /// Byte range in the transcript.
    package let range: Range<Int>
    package let transcript: [UInt8]
}

extension Archive {
    /// The numbers that no indicator took in the reports that the filter admits, gathered by what is said of them; the
    /// first of each group by county, township, year and place in the text.
    ///
    /// They are millions, and what is said of them a few hundred things: only the first of each is looked at.
    package func unclaimedGroups(_ filter: Filter) throws -> [UnclaimedGroup] {
        try reading { db in
            let selection = try Selection(filter, db)
            let numbers = try HotStatement(
                db,
                """
                SELECT description_id, start, "end" FROM quantity
                WHERE report_id = ?1 AND indicator_id IS NULL AND description_id IS NOT NULL ORDER BY ordinal
                """)
            var counts: [Int64: Int] = [:]
            var firsts: [(description: Int64, entry: SelectedReport, range: (Int64, Int64))] = []
            for entry in selection.entries {
                numbers.bind(entry.report, at: 1)
                while try numbers.step() {
                    let description = numbers.integer(0)
                    let count = counts[description] ?? 0
                    if count == 0 { firsts.append((description, entry, (numbers.integer(1), numbers.integer(2)))) }
                    counts[description] = count + 1
                }
                numbers.reset()
            }
            return try groups(firsts, counts, selection, db)
        }
    }

    /// Several descriptions may say the same of numbers with other units.
    private func groups(
        _ firsts: [(description: Int64, entry: SelectedReport, range: (Int64, Int64))], _ counts: [Int64: Int],
        _ selection: Selection, _ db: Database
    ) throws -> [UnclaimedGroup] {
        let descriptions = try self.descriptions(db)
        let texts = try TranscriptReader(self, db)
        var groups: [UnclaimedGroup] = []
        var places: [NumberDescription: Int] = [:]
        for first in firsts {
            guard let description = descriptions[first.description] else { continue }
            let count = counts[first.description] ?? 0
            if let place = places[description] {
                groups[place].count += count
                continue
            }
            let text = try texts.read(first.entry.report) { Array($0.text) }
            let range = try texts.range(first.range.0, first.range.1, within: text.count)
            places[description] = groups.count
            groups.append(
                UnclaimedGroup(
                    description: description, count: count, place: selection.places[first.entry.place],
                    year: first.entry.year, range: range, transcript: text))
        }
        return groups
    }
}
