/// The township that a text calls by name in its sentences alone: where a clause begins with it (2014年，南薰乡未收取…),
/// in the name of a paper of its own (《水东镇2019年…》), in an address.
///
/// One that is named beside others is not believed.
struct SpokenTownship {
    private(set) var name: PlaceName?
    /// Where it first stands.
    private(set) var range: Range<Int>?
    /// How often the text calls it so.
    private(set) var count = 0

    init(_ text: UnsafeBufferPointer<UInt8>, _ mentions: Mentions, _ related: RelatedLinks) {
        var found = mentions.all.filter(\.isWhole).map { (name: $0.name, range: $0.range) }
        let words = related.headings.reports.names
        for (length, places) in zip(words.kinds.lengths, words.kinds.places(in: text, limit: 120)) {
            for end in places.lazy.map({ $0 + length }) {
                guard let name = Self.name(before: end, text, words), !related.hold(name.range) else { continue }
                found.append(name)
            }
        }
        // Words that end as names do: 新型城镇, 返乡.
        found.removeAll { words.common.first(of: Wording($0.name.township)) != nil }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        guard let first = found.first else { return }
        guard found.allSatisfy({ PlaceName.isSame($0.name.township, first.name.township) }) else { return }
        name = found.first { $0.name.county != nil }?.name ?? first.name
        range = first.range
        count = found.count
    }

    /// The name that ends with a kind's word, where it begins with a clause.
    private static func name(
        before end: Int, _ text: UnsafeBufferPointer<UInt8>, _ words: NameBounds
    ) -> (name: PlaceName, range: Range<Int>)? {
        guard let run = NameRun(before: end, in: text), run.isOpen,
            let found = run.name(in: text, behind: words),
            found.isUncut, Wording(found.name.township).count >= 3
        else { return nil }
        let rest = Wording(text, end..<min(text.count, end + 6))
        return words.behind.contains(where: rest.hasPrefix) ? nil : (found.name, run.range)
    }
}
