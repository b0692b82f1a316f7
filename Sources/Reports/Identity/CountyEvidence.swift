/// What tells a township's county where its title does not: how the text calls it elsewhere, its address, where a page
/// comes from.
struct CountyEvidence {
    private let text: UnsafeBufferPointer<UInt8>
    private let mentions: Mentions
    private let path: PathNames
    /// The first lines of the text.
    private let head: [Wording]

    init(_ text: UnsafeBufferPointer<UInt8>, head: [Wording], mentions: Mentions, path: PathNames) {
        self.text = text
        self.head = head
        self.mentions = mentions
        self.path = path
    }

    /// The county that the text names together with a township, else the one whose page or government it names.
    func county(of township: String?) -> String? {
        let told = mentions.all.first { mention in
            township.map { PlaceName.isSame(mention.name.township, $0) } == true && isCounty(mention.name.county)
        }
        return told?.name.county ?? township.flatMap { PlaceName.names(of: $0).lazy.compactMap(before).first } ?? page
            ?? government
    }

    /// In a text, a city is believed to be the county only where the table knows it: it may as well be the one above.
    private func isCounty(_ county: String?) -> Bool {
        guard let county else { return false }
        return county.last != "市" || CountyTable.contains(county)
    }

    /// The county directly before a township's name, as in addresses: 青禾县柳溪镇中心街1号.
    private func before(_ township: String) -> String? {
        var start = 0
        let name = Array(township.utf8)
        for _ in 0..<20 {
            guard let position = ByteSearch.first(name, in: text, start..<text.count) else { return nil }
            if let run = NameRun(before: position, in: text), let county = lastCounty(run.countyName(in: text)) {
                return county
            }
            start = position + name.count
        }
        return nil
    }

    /// Where a page stands: `当前位置：首页 > 青禾县 > 柳溪镇`, `来源：青禾县人民政府`.
    private var page: String? {
        for line in head where Self.pageWords.isIn(line) {
            var rest = line.scalars
            while let start = rest.firstIndex(where: ScalarClass.isWordPart) {
                let end = rest[start...].firstIndex { !ScalarClass.isWordPart($0) } ?? rest.endIndex
                let name = Self.withoutGovernment(line[start..<end])
                if CountyName.isName(name) { return name.string }
                rest = rest[end...]
            }
        }
        return nil
    }

    /// The county whose government or site the text names: `湟中区人民政府网站`, `通过海平区政府门户网站`.
    private var government: String? {
        for position in ByteSearch.all("政府", in: text, limit: 60) {
            let people = ByteSearch.first("人民", in: text, max(0, position - 6)..<position) == position - 6
            guard let run = NameRun(before: people ? position - 6 : position, in: text),
                let county = lastCounty(run.countyName(in: text))
            else { continue }
            return county
        }
        return nil
    }

    private func lastCounty(_ word: Wording) -> String? {
        guard let last = word.scalars.last, CountyName.isKind(last) else { return nil }
        if CountyName.isName(word) { return word.string }
        guard let county = CountyName.split(word).county, county != word.string, CountyName.isName(Wording(county))
        else {
            return nil
        }
        return county
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
    private static let labels = ["中国", "来源"].map { Wording($0) }
}
