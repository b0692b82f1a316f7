import Values

/// A township's name, and its county's where it stands in front: `青禾县` + `柳溪镇`.
struct PlaceName: Equatable {
    var county: String?
    var township: String
    /// What stands above the county, as it is written: `南岭省青州市`.
    var region: String?

    /// Splits the name of a body, such as `西宁市湟中区上新庄镇人民政府`; nil where it is no township's.
    init?(body: Wording) {
        let name = Self.withoutOffice(Self.withoutParty(body))
        guard let kind = BodyKind.of(name), name.count > kind.count || BodyKind.isName(kind) else { return nil }
        let (county, township) = Self.split(name, kind: kind)
        guard township.count > kind.count || BodyKind.isName(kind), township.count <= 14,
            township.scalars.allSatisfy(Self.isNamePart),
            township == kind || !Self.isGeneric(township.dropLast(kind.count)), !Self.isOfMany(township),
            !township.containsAny(Self.notInNames),
            !BodyKind.isLoose(kind) || Self.isOwnName(township, kind), !Self.isOfCounty(township, kind)
        else { return nil }
        self.township = township.string
        (region, self.county) = county.map(CountyName.split) ?? (nil, nil)
    }

    /// The township whose name a text begins with, such as the name of a file: `柳溪镇年报最终版`.
    init?(leading text: Wording) {
        var end = text.scalars.startIndex
        var found: PlaceName?
        while end < text.scalars.endIndex, Self.isNamePart(text.scalars[end]) {
            end += 1
            let name = text[text.scalars.startIndex..<end]
            guard BodyKind.isCertain(name) else {
                // 壶镇镇 ends where no further character makes it a longer name.
                if found != nil { break }
                continue
            }
            found = PlaceName(body: name) ?? found
        }
        guard let found else { return nil }
        self = found
    }

    init(county: String?, township: String) {
        self.county = county
        self.township = township
    }

    /// Whether a text is the name of a body that is no township: a county's, a department, a board.
    static func isOtherBody(_ name: Wording) -> Bool {
        guard let last = name.scalars.last, name.count >= 2, PlaceName(body: name) == nil else { return false }
        let bare = withoutOffice(name)
        return bare.count >= 2 && !isGeneric(bare) && BodyKind.of(bare) == nil
            && (bare != name || otherBodyEnds.contains(last))
    }

    /// Whether two names are of one body: 北街办事处 is the office of 北街街道, 城南街 is 城南街道.
    static func isSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        func stems(_ name: String) -> Set<Wording> {
            var stems: Set<Wording> = [withoutOffice(Wording(name))]
            for suffix in interchangeable {
                for stem in stems where stem.hasSuffix(suffix) { stems.insert(stem.dropLast(suffix.count)) }
            }
            return stems.filter { $0.count >= 2 || $0.string == one || $0.string == other }
        }
        let isStreet = [one, other].allSatisfy { name in interchangeable.contains { Wording(name).hasSuffix($0) } }
        return isStreet && !stems(one).isDisjoint(with: stems(other))
    }

    /// A township's name, and how else it is called: 北街办事处 for 北街街道.
    static func names(of township: String) -> [String] {
        guard let kind = interchangeable.first(where: Wording(township).hasSuffix) else { return [township] }
        let stem = Wording(township).dropLast(kind.count).string
        return [township] + interchangeable.map { stem + $0.string }.filter { $0 != township }
    }

    // MARK: Parts of a name

    /// 柳溪镇 of 柳溪镇人民政府党政办. An office without a kind before it is a township's own name: 城南办事处.
    private static func withoutOffice(_ body: Wording) -> Wording {
        var name = body
        while let suffix = officeSuffixes.first(of: name) {
            let rest = name.dropLast(suffix.count)
            if suffix == BodyKind.office, BodyKind.of(rest) == nil, !rest.hasSuffix(workingCommittee) { return name }
            name = rest
        }
        return name
    }

    /// 中共青禾县柳溪镇委员会、柳溪镇人民政府: what follows the committee.
    private static func withoutParty(_ body: Wording) -> Wording {
        guard let committee = body.range(of: committee), committee.upperBound < body.scalars.endIndex else {
            return body.hasPrefix(party) ? body.dropFirst(2) : body
        }
        return body[committee.upperBound..<body.scalars.endIndex]
    }

    private static func split(_ whole: Wording, kind: Wording) -> (county: Wording?, township: Wording) {
        var name = whole
        var end = whole.scalars.startIndex
        while let next = CountyName.end(in: name, before: kind) {
            var rest = Wording(name.scalars[next...])
            // 大红旗满族乡: a people's name alone is no township's.
            let stem = rest.dropLast(kind.count)
            if stem.count == 2, stem.scalars.last == people, kind == BodyKind.township { break }
            end = next
            // 青禾县人民政府望湖街道办事处: a subdistrict's office is one of the county's government.
            if let own = governments.first(where: rest.hasPrefix) { rest = rest.dropFirst(own.count) }
            name = rest
        }
        guard end > whole.scalars.startIndex else { return (nil, name) }
        return (whole[whole.scalars.startIndex..<end], name)
    }

    static func isNamePart(_ scalar: UInt32) -> Bool {
        ScalarClass.isWordPart(scalar) && scalar >= 0x3400 && !strangers.contains(scalar)
    }

    /// Whether what stands before 镇 or 乡 is no name: 我镇, 各乡镇, 全街道, 本辖区内乡镇.
    private static func isGeneric(_ stem: Wording) -> Bool {
        guard let last = stem.scalars.last else { return true }
        return generic.contains(stem) || stem.hasSuffix(townships)
            || stem.count == 1 && genericWords.contains(last) || stem.count > 1 && stem.hasSuffix(everyTown)
    }

    /// 各乡镇, 全县乡镇: townships in general. 柏乡镇 is one: a single letter before 乡镇 that is no word for many.
    private static func isOfMany(_ name: Wording) -> Bool {
        guard name.hasSuffix(townships) else { return false }
        return name.count != 3 || name.scalars.first.map(beforeMany.contains) != false
    }

    /// 甘州区街道: the subdistricts of a county of the table. 城区街道 is one itself.
    private static func isOfCounty(_ name: Wording, _ kind: Wording) -> Bool {
        let stem = name.dropLast(kind.count)
        guard kind == street, stem.count >= 3, stem.scalars.last.map(CountyName.isKind) == true else { return false }
        return CountyTable.contains(stem.string) && CountyName.isName(stem)
            && !CountyTable.isWholeTownship(name.string)
    }

    /// Whether what stands before a kind that other words end in, too (办事处, 农场, 街), can be a name.
    private static func isOwnName(_ name: Wording, _ kind: Wording) -> Bool {
        let stem = name.dropLast(kind.count)
        return stem.count >= 2 && stem.count <= 8 && !stem.containsAny(notInOwnNames) || name == kind
    }

    private static let townships = Wording("乡镇")
    private static let street = Wording(TownshipKind.subdistrict.rawValue)
    private static let everyTown = Wording("各镇")
    /// 族
    private static let people: UInt32 = 0x65CF
    private static let governments = ["人民政府", "政府"].map { Wording($0) }
    private static let party = Wording("中共")
    private static let committee = Wording("委员会")
    private static let workingCommittee = Wording("党工委")
    private static let officeSuffixes = WordEndings([
        "党政综合办公室", "党政综合办", "党政办公室", "党政办", "综合办公室", "管理委员会", "管委会", "人民政府", "人民", "政府", "办公室", "办事处", "党工委",
        "党委", "办",
    ])
    private static let interchangeable = ["办事处", "街道", "街"].map { Wording($0) }
    /// 局、委、办、会、中心、站、所、院、队、厅、处, and the counties' suffixes.
    private static let otherBodyEnds: Set<UInt32> = Set("局委办会心站所院队厅处室校司县区市旗州省盟".unicodeScalars.map(\.value))
    /// Characters that no township's name has: 我、的、该、了、是.
    private static let strangers: Set<UInt32> = Set("我的该了是".unicodeScalars.map(\.value))
    private static let beforeMany: Set<UInt32> = Set(
        "各全本我该两多个每从到对向和与或及以为由将经是的市县区村镇街上下在请按等城".unicodeScalars.map(\.value))
    private static let notInNames = ["政府", "在线", "网站", "公开", "办公"].map { Wording($0) }
    private static let genericWords: Set<UInt32> = Set("本各全乡镇街村城集两县区市场等".unicodeScalars.map(\.value))
    private static let generic: Set<Wording> = Set(
        ["各乡", "各镇", "乡镇和", "镇乡", "全县", "全区", "各县", "县区", "辖区", "城乡", "建制", "中心", "重点", "相关", "有关", "其他", "所有"]
            .map {
                Wording($0)
            })
    private static let notInOwnNames = ["驻", "局", "政府", "委员会", "信访", "公开", "乡镇", "各", "国有", "经济", "技术", "产业", "街道"].map
    {
        Wording($0)
    }
}
