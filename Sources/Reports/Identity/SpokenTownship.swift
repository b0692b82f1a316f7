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
        for place in Self.kinds.places(in: text, limit: 120).joined() {
            guard let name = Self.name(endingIn: place, text, related.headings.reports.verbs),
                !related.hold(name.range)
            else { continue }
            found.append(name)
        }
        found.removeAll { Self.isCommon(Wording($0.name.township)) }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        guard let first = found.first else { return }
        guard found.allSatisfy({ PlaceName.isSame($0.name.township, first.name.township) }) else { return }
        name = found.first { $0.name.county != nil }?.name ?? first.name
        range = first.range
        count = found.count
    }

    /// The name that a kind's word at a position ends, where it begins with a clause.
    private static func name(
        endingIn place: Int, _ text: UnsafeBufferPointer<UInt8>, _ verbs: WordSet
    ) -> (name: PlaceName, range: Range<Int>)? {
        let length = text[place...].starts(with: "街道".utf8) || text[place...].starts(with: "苏木".utf8) ? 6 : 3
        let end = place + length
        guard let run = NameRun(before: end, in: text), run.isOpen,
            let found = run.name(in: text, behind: verbs),
            found.isUncut, Wording(found.name.township).count >= 3
        else { return nil }
        let rest = Wording(text, end..<min(text.count, end + 6))
        return behind.contains(where: rest.hasPrefix) ? nil : (found.name, run.range)
    }

    /// Words that end as names do: 新型城镇, 返乡.
    private static func isCommon(_ name: Wording) -> Bool { common.first(of: name) != nil }

    private static let kinds = TextWords(["镇", "乡", "鎮", "鄉", "街道", "苏木"])
    private static let common = WordEndings([
        "乡镇", "村镇", "集镇", "小镇", "古镇", "建制镇", "中心镇", "重点镇", "强镇", "名镇", "副镇", "新型城镇", "城乡", "下乡", "返乡", "回乡", "家乡",
        "故乡", "老乡", "侨乡",
    ])
    /// What makes another word of it: 城镇化, 城镇居民, 乡村, 镇长; a subdistrict may be called by the town that it was,
    /// 石桥镇街道.
    private static let behind = ["化", "居民", "职工", "低保", "村", "长", "级", "域", "里", "上", "贤", "情", "土", "愁", "街道"]
        .map { Wording($0) }
}
