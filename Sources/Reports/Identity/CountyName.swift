/// Where the names of counties begin and end in front of a township's name.
enum CountyName {
    /// 县、区、市、旗
    static func isKind(_ scalar: UInt32) -> Bool {
        scalar == county || scalar == 0x533A || scalar == city || scalar == 0x65D7
    }

    /// Where the first county's (or city's) name ends at the front of a body's name; the rest must still be a
    /// township's name, so that 一市镇 and 城区街道 have no county in them.
    static func end(in name: Wording, before kind: Wording) -> Int? {
        let start = name.scalars.startIndex
        let latest = name.scalars.endIndex - kind.count - 1
        guard start + 1 < latest, !CountyTable.isWholeTownship(name.string) else { return nil }
        if let known = knownEnd(in: name, latest: latest) { return known }
        // 屏县 is a county of one letter; of the other kinds there are none.
        if name.scalars[start + 1] == county, !notBeforeCounty.contains(name.scalars[start]), start + 3 <= latest {
            return start + 2
        }
        guard start + 2 <= latest else { return nil }
        return (start + 2..<latest).first { isKind(name.scalars[$0]) }.map { $0 + 1 }
    }

    /// Where the longest county or region of the table ends that a name begins with.
    private static func knownEnd(in name: Wording, latest: Int) -> Int? {
        let start = name.scalars.startIndex
        let ends = (start + 1..<latest).filter { end in
            isKind(name.scalars[end]) || upperKinds.contains(name.scalars[end])
        }
        return ends.reversed().first { end in
            // 城区街道 is a township; so is what has but one letter after 城区.
            let word = name[start..<end + 1].string
            guard !needPlace.contains(word) || latest - end >= 2 else { return false }
            return CountyTable.contains(word) || CountyTable.isRegion(word)
        }.map { $0 + 1 }
    }

    /// The region and the county of `云南省大理州漾濞县`; of words glued to a county's name, such as 标题湟中区, the county alone.
    static func split(_ text: Wording) -> (region: String?, county: String?) {
        let whole = text.string
        if CountyTable.contains(whole) { return (nil, whole) }
        if CountyTable.isRegion(whole) { return (whole, nil) }
        let start = text.scalars.startIndex
        for cut in text.scalars.indices.dropFirst().dropLast() {
            let rest = text[cut..<text.scalars.endIndex].string
            let isGlued = cut - start >= 2 && rest.unicodeScalars.count >= 3 && !needPlace.contains(rest)
            let isBelow = upperKinds.contains(text.scalars[cut - 1])
            if isGlued || isBelow, CountyTable.contains(rest) { return (text[start..<cut].string, rest) }
        }
        // 青禾县经济开发区: a zone within the county.
        if let end = text.scalars.indices.dropFirst(2).dropLast().first(where: { text.scalars[$0] == county }) {
            return split(text[start..<end + 1])
        }
        let last = text.scalars.indices.dropLast(1).last { upperKinds.contains(text.scalars[$0]) }
        guard let last, last - start >= 2, isOneOf(text, after: last) else { return (nil, checked(whole)) }
        return (text[start..<last + 1].string, checked(text[last + 1..<text.scalars.endIndex].string))
    }

    /// The county of the table that a text begins with, behind what stands above it.
    static func leading(_ text: Wording) -> String? {
        let start = text.scalars.startIndex
        for end in text.scalars.indices.prefix(longestWithRegion) where isKind(text.scalars[end]) {
            if let county = split(text[start..<end + 1]).county, county.count >= 2, CountyTable.contains(county),
                isName(Wording(county))
            {
                return county
            }
        }
        return nil
    }

    private static let longestWithRegion = 18

    private static func isOneOf(_ text: Wording, after last: Int) -> Bool {
        let rest = text.scalars.endIndex - last - 1
        return rest >= 3 || rest == 2 && text.scalars.last == county
    }

    private static func checked(_ county: String) -> String? { CountyTable.isRegion(county) ? nil : county }

    /// Whether a word that stands alone is a county's name: it is in the table, or it has the form of one and is no
    /// word of another meaning.
    ///
    /// A city that the table does not know may as well be the one above the county.
    static func isName(_ word: Wording) -> Bool {
        guard let last = word.scalars.last, isKind(last) else { return false }
        let stem = word.dropLast(1)
        if stem.count >= 2, CountyTable.contains(word.string) { return !needPlace.contains(word.string) }
        guard last != city, !notInNames.isIn(stem), stem.scalars.allSatisfy(PlaceName.isNamePart) else {
            return false
        }
        if stem.count == 1 { return last == county && !notBeforeCounty.contains(stem.scalars[stem.scalars.startIndex]) }
        return (2...4).contains(stem.count) && !notAreas.contains(where: word.hasSuffix)
    }

    /// 市
    static let city: UInt32 = 0x5E02
    private static let county: UInt32 = 0x53BF
    /// 省、州、盟、市
    private static let upperKinds: Set<UInt32> = [0x7701, 0x5DDE, 0x76DF, 0x5E02]
    /// 全县、各县、我县 …
    private static let notBeforeCounty: Set<UInt32> = Set(
        "全各我本该市区州省两外邻跨出县由和与及在为经将向对到以现据从乡镇年月日属中共名".unicodeScalars.map(\.value))
    private static let notInNames: WordSet = [
        "全", "各", "我", "本", "该", "级", "县", "区", "及", "和", "与", "的", "政府", "年",
    ]
    private static let notAreas = [
        "社区", "园区", "景区", "辖区", "街区", "片区", "小区", "专区", "库区", "山区", "牧区", "灾区", "地区", "市区", "城区", "校区", "厂区", "矿区",
        "湖区",
        "林区", "功能区", "示范区", "保护区", "开发区", "高新区", "管理区", "服务区", "展示区", "窗口区", "公开区", "查阅区", "专栏区",
    ].map { Wording($0) }
    /// Names that mean something only together with what stands in front of them: 滨江新城区 is not the 新城区 of Xi'an.
    private static let needPlace: Set<String> = ["城区", "郊区", "矿区", "新城区", "新市区"]
}
