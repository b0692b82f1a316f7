/// What tells a township's county where its title does not: how the text calls it elsewhere, its address, where a page
/// comes from.
struct CountyEvidence {
    private let text: UnsafeBufferPointer<UInt8>
    private let mentions: Mentions
    private let path: PathNames
    /// The first lines of the text.
    private let head: [Wording]
    /// What no name has.
    private let words: NameBounds

    init(
        _ text: UnsafeBufferPointer<UInt8>, head: [Wording], mentions: Mentions, path: PathNames,
        behind words: NameBounds
    ) {
        self.text = text
        self.words = words
        self.head = head
        self.mentions = mentions
        self.path = path
    }

    /// The county that the text names together with a township, else the one whose page, government or papers it names.
    func county(of township: String?) -> String? {
        let told = mentions.all.filter { mention in
            township.map { PlaceName.isSame(mention.name.township, $0) } == true && isCounty(mention.name.county)
        }.compactMap(\.name.county)
        // What the table does not know may be a short name: 科右中旗 for 科尔沁右翼中旗.
        let best = told.first(where: CountyTable.contains) ?? told.first
        return best ?? township.flatMap(before) ?? page ?? government ?? papers
    }

    /// In a text, a city is believed to be the county only where the table knows it: it may as well be the one above.
    private func isCounty(_ county: String?) -> Bool {
        guard let county else { return false }
        return county.last != "市" || CountyTable.contains(county)
    }

    /// The county directly before a township's name, as in addresses: 青禾县柳溪镇中心街1号.
    private func before(_ township: String) -> String? {
        spellings(of: township).lazy.compactMap { before($0) }.first
    }

    private func before(_ name: [UInt8]) -> String? {
        var start = 0
        for _ in 0..<20 {
            guard let position = ByteSearch.first(name, in: text, start..<text.count) else { return nil }
            if let run = NameRun(before: position, in: text), let found = county(in: run) { return found.name }
            start = position + name.count
        }
        return nil
    }

    /// How a township is called and written in the text, in traditional characters as well.
    private func spellings(of township: String) -> [[UInt8]] {
        var spellings = PlaceName.names(of: township).map { Array($0.utf8) }
        for mention in mentions.all.prefix(20) where mention.name.township == township {
            let written = Array(text[mention.range].suffix(township.utf8.count))
            // The same name, character by character, in other ones.
            let isWhole = written.first.map { $0 & 0xC0 != 0x80 } == true
            let isSame = isWhole && Wording(String(decoding: written, as: UTF8.self)).string == township
            if isSame, !spellings.contains(written) {
                spellings.append(written)
            }
        }
        return spellings
    }

    /// Where a page stands: `当前位置：首页 > 青禾县 > 柳溪镇`, `来源：青禾县人民政府`.
    private var page: String? {
        for line in head where Self.pageWords.isIn(line) {
            let isSentence = line.scalars.contains(where: Self.sentenceMarks.contains)
            var rest = line.scalars
            while let start = rest.firstIndex(where: ScalarClass.isWordPart) {
                let end = rest[start...].firstIndex { !ScalarClass.isWordPart($0) } ?? rest.endIndex
                let name = Self.withoutGovernment(line[start..<end])
                // 各部门根据县委…: in a sentence, what is no county of the table may be words.
                let isWords = isSentence || words.verbs.isIn(name)
                if CountyName.isName(name), !isWords || CountyTable.contains(name.string) {
                    return name.string
                }
                rest = rest[end...]
            }
        }
        return nil
    }

    /// The county whose government or site the text names: `湟中区人民政府网站`, `通过海平区政府门户网站`. One of the table goes
    /// before all others, which are believed only where nothing but a name stands: 根据县政府 names none.
    private var government: String? {
        var unknown: String?
        for position in ByteSearch.all("政府", in: text, limit: 60) {
            let people = ByteSearch.first("人民", in: text, max(0, position - 6)..<position) == position - 6
            guard let run = NameRun(before: people ? position - 6 : position, in: text), let found = county(in: run)
            else { continue }
            if found.isKnown { return found.name }
            guard unknown == nil, people || isOfSite(position) else { continue }
            if found.hasRegion || isNamed(found.name, in: run) { unknown = found.name }
        }
        return unknown
    }

    /// 通过北溪县政府网站: whether a site's name goes on behind 政府.
    private func isOfSite(_ position: Int) -> Bool {
        let behind = Wording(text, min(text.count, position + 6)..<min(text.count, position + 12))
        return behind.scalars.first == 0x7F51 || behind.hasPrefix(Self.portal)
    }

    /// Whether a county that the table does not know is named, rather than a verb and the word for a county.
    private func isNamed(_ county: String, in run: NameRun) -> Bool {
        let name = Wording(county)
        guard name.count >= 3 else { return false }
        return run.hasPlace(for: name, in: text, behind: words) || isNamedElsewhere(county) || isLine(run)
    }

    /// Whether a line is nothing but the government's name, as a signature is: 青禾县人民政府.
    private func isLine(_ run: NameRun) -> Bool {
        let start = run.range.lowerBound
        guard start == 0 || text[start - 1] == UInt8(ascii: "\n") else { return false }
        let rest = run.range.upperBound..<min(text.count, run.range.upperBound + 12)
        guard let end = ByteSearch.first("政府", in: text, rest).map({ $0 + 6 }) else { return false }
        return end >= text.count || text[end] <= 0x20
    }

    /// Whether the text names it elsewhere than before 委 and 政府.
    private func isNamedElsewhere(_ county: String) -> Bool {
        let name = Array(county.utf8)
        var start = 0
        for _ in 0..<20 {
            guard let position = ByteSearch.first(name, in: text, start..<text.count) else { return false }
            start = position + name.count
            let next = Wording(text, start..<min(text.count, start + 6))
            if !Self.bodies.contains(where: next.hasPrefix) { return true }
        }
        return false
    }

    /// The county of the table that all papers are of whose names begin with one: 《北京市东城区2018年政府信息公开工作要点》.
    private var papers: String? {
        var names = Set<String>()
        for position in ByteSearch.all("《", in: text, limit: 60) {
            let title = Wording(text, position + 3..<min(text.count, position + 60))
            if let county = CountyName.leading(title) { names.insert(county) }
        }
        return names.count == 1 ? names.first : nil
    }

    /// The county that a run ends in, whether it is one of China's, and whether what is above it stands before it.
    private func county(in run: NameRun) -> (name: String, isKnown: Bool, hasRegion: Bool)? {
        var word = run.countyName(in: text, behind: words)
        guard let last = word.scalars.last, CountyName.isKind(last) else { return nil }
        // 鄂温克族自治旗旗政府
        if word.count > 3, case let shorter = word.dropLast(1), shorter.scalars.last.map(CountyName.isKind) == true,
            CountyTable.contains(shorter.string)
        {
            word = shorter
        }
        let parts = CountyName.split(word)
        if let county = parts.county, CountyName.isName(Wording(county)) {
            if CountyTable.contains(county) { return (county, true, parts.region != nil) }
            let whole = CountyTable.wholeNames(of: county)
            if !whole.isEmpty { return (whole.first { count($0) > 0 } ?? county, true, parts.region != nil) }
            if parts.region != nil { return (county, false, true) }
        }
        return CountyName.isName(word) ? (word.string, false, false) : nil
    }

    // MARK: Counties without their kind

    /// A place whose name is a county's, without the word for its kind, and a township's: 昭化元坝镇, where the text says
    /// 元坝镇 as well.
    func split(_ place: PlaceName) -> PlaceName {
        let whole = Wording(place.township)
        guard place.county == nil, let kind = BodyKind.of(whole), !BodyKind.isLoose(kind) else { return place }
        let stem = whole.count - kind.count
        guard stem >= 4, !CountyTable.isWholeTownship(place.township) else { return place }
        for length in 2...stem - 2 {
            let front = whole[whole.scalars.startIndex..<whole.scalars.startIndex + length].string
            let rest = whole.dropFirst(length).string
            // 大红旗满族乡: the kind that follows is the county's, or a part of the name.
            guard PlaceName(body: Wording(rest)) != nil,
                Wording(rest).scalars.first.map(CountyName.isKind) == false
            else { continue }
            let county = countyBeginning(front)
            let isKnown = county != nil || !CountyTable.entries(withoutKind: front).isEmpty
            let alone = count(rest) - count(place.township)
            guard isKnown || alone > 1 else { continue }
            return PlaceName(county: county ?? (isKnown ? front : nil), township: rest)
        }
        return place
    }

    /// The county by its whole name where path or text tells it.
    private func countyBeginning(_ front: String) -> String? {
        if let county = path.county, county.hasPrefix(front), county.count == front.count + 1 { return county }
        return ["县", "区", "市", "旗"].map { front + $0 }.first { count($0) > 0 }
    }

    private func count(_ word: String) -> Int { ByteSearch.count(Array(word.utf8), in: text, limit: 30) }

    private static func withoutGovernment(_ word: Wording) -> Wording {
        var name = word
        while let suffix = governmentWords.first(of: name) { name = name.dropLast(suffix.count) }
        return labels.first(where: name.hasPrefix).map { name.dropFirst($0.count) } ?? name
    }

    private static let pageWords: WordSet = ["位置", "来源", "机构", "单位", "部门", "首页", "主办", ">", "》"]
    private static let governmentWords = WordEndings([
        "人民政府", "政府", "办公室", "门户网站", "网站", "网", "政府办", "政务公开", "信息公开", "委", "信息中心", "融媒体中心",
    ])
    private static let portal = Wording("门户")
    private static let bodies = ["委", "政府", "人民", "区", "县"].map { Wording($0) }
    /// 。 and a comma
    private static let sentenceMarks: Set<UInt32> = [0x3002, 0x2C]
    private static let labels = ["中国", "来源"].map { Wording($0) }
}
