import Values

/// A township's name, and its county's where it stands in front: `青禾县` + `柳溪镇`.
struct PlaceName: Equatable {
    var county: String?
    var township: String

    /// Splits the name of a body, such as `西宁市湟中区上新庄镇人民政府`; nil where it is no township's.
    init?(body: Wording) {
        let name = Self.withoutOffice(Self.withoutParty(body))
        guard let kind = Self.kind(of: name), name.count > kind.count else { return nil }
        let (county, township) = Self.split(name, kind: kind)
        guard township.count > kind.count, township.count <= 12, township.scalars.allSatisfy(Self.isNamePart),
            !Self.isGeneric(township.dropLast(kind.count)), !township.hasSuffix(Wording("乡镇"))
        else { return nil }
        self.township = township.string
        self.county = county.flatMap(Self.lastLevel)
    }

    /// The township whose name a text begins with, such as the name of a file: `柳溪镇年报最终版`.
    init?(leading text: Wording) {
        var end = text.scalars.startIndex
        var found: PlaceName?
        while end < text.scalars.endIndex, Self.isNamePart(text.scalars[end]) {
            end += 1
            let name = text[text.scalars.startIndex..<end]
            guard Self.kind(of: name) != nil else {
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
        return bare.count >= 2 && !isGeneric(bare) && kind(of: bare) == nil
            && (bare != name || otherBodyEnds.contains(last))
    }

    // MARK: Parts of a name

    private static func kind(of name: Wording) -> Wording? { townshipSuffixes.first(where: name.hasSuffix) }

    private static func withoutOffice(_ body: Wording) -> Wording {
        var name = body
        while let suffix = officeSuffixes.first(where: name.hasSuffix) { name = name.dropLast(suffix.count) }
        return name
    }

    /// 中共青禾县柳溪镇委员会、柳溪镇人民政府: what follows the committee.
    private static func withoutParty(_ body: Wording) -> Wording {
        guard let committee = body.range(of: Wording("委员会")), committee.upperBound < body.scalars.endIndex else {
            return body.hasPrefix(Wording("中共")) ? body.dropFirst(2) : body
        }
        return body[committee.upperBound..<body.scalars.endIndex]
    }

    private static func split(_ whole: Wording, kind: Wording) -> (county: Wording?, township: Wording) {
        var name = whole
        var county: Wording?
        while let end = countyEnd(in: name, kind: kind) {
            let rest = Wording(name.scalars[end...])
            // 大红旗满族乡: a people's name alone is no township's.
            let stem = rest.dropLast(kind.count)
            if stem.count == 2, stem.scalars.last == people { break }
            county = name[name.scalars.startIndex..<end]
            name = rest
            // 青禾县人民政府望湖街道办事处: a subdistrict's office is one of the county's government.
            if name.hasPrefix(government) { name = name.dropFirst(government.count) }
        }
        return (county, name)
    }

    /// Where the county's name ends at the front of a body's name. At least two characters stand before 县, 区, 市 or 旗, and the rest must
    /// still be a township's name: 一市镇 and 城区街道 have no county in them.
    private static func countyEnd(in name: Wording, kind: Wording) -> Int? {
        let start = name.scalars.startIndex
        let latest = name.scalars.endIndex - kind.count - 1
        guard start + 2 <= latest else { return nil }
        return (start + 2..<latest).first { countySuffixes.contains(name.scalars[$0]) }.map { $0 + 1 }
    }

    /// The county alone of `云南省大理州漾濞县`; nil of what is no county's name.
    private static func lastLevel(_ county: Wording) -> String? {
        let last = county.scalars.indices.dropLast(2).last { upperSuffixes.contains(county.scalars[$0]) }
        guard let last, last - county.scalars.startIndex >= 2 else { return county.string }
        return Wording(county.scalars[(last + 1)...]).string
    }

    private static func isNamePart(_ scalar: UInt32) -> Bool {
        ScalarClass.isWordPart(scalar) && scalar >= 0x3400 && !strangers.contains(scalar)
    }

    /// Whether what stands before 镇 or 乡 is no name: 我镇, 各乡镇, 全街道, 本辖区内乡镇.
    private static func isGeneric(_ stem: Wording) -> Bool {
        guard let last = stem.scalars.last else { return true }
        return generic.contains(stem) || stem.hasSuffix(Wording("乡镇"))
            || stem.count == 1 && genericWords.contains(last) || stem.count > 1 && stem.hasSuffix(Wording("各镇"))
    }

    /// 县、区、市、旗
    static let countySuffixes: Set<UInt32> = [0x53BF, 0x533A, 0x5E02, 0x65D7]
    static let townshipSuffixes = TownshipKind.allCases.map { Wording($0.rawValue) }
    /// 省、州、盟、市
    private static let upperSuffixes: Set<UInt32> = [0x7701, 0x5DDE, 0x76DF, 0x5E02]
    /// 族
    private static let people: UInt32 = 0x65CF
    private static let government = Wording("人民政府")
    private static let officeSuffixes = [
        "党政综合办公室", "党政综合办", "党政办公室", "党政办", "综合办公室", "人民政府", "人民", "政府", "办公室", "办事处", "党工委", "党委", "办",
    ].map { Wording($0) }
    /// 局、委、办、会、中心、站、所、院、队、厅、处, and the counties' suffixes.
    private static let otherBodyEnds: Set<UInt32> = Set("局委办会心站所院队厅处室校司县区市旗州省盟".unicodeScalars.map(\.value))
    /// Characters that no township's name has: 我、的、该、了、是.
    private static let strangers: Set<UInt32> = Set("我的该了是".unicodeScalars.map(\.value))
    private static let genericWords: Set<UInt32> = Set("本各全乡镇街村城集两县区市场等".unicodeScalars.map(\.value))
    private static let generic: Set<Wording> = Set(
        ["各乡", "各镇", "乡镇", "乡镇和", "镇乡", "全县", "全区", "各县", "县区", "辖区", "城乡", "建制", "中心", "重点", "相关", "有关", "其他", "所有"]
            .map {
                Wording($0)
            })
}
