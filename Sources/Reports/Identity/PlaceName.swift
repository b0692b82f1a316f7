/// A township's name, and its county's where it stands in front: `青禾县` + `柳溪镇`.
struct PlaceName: Equatable {
    var county: String?
    var township: String

    /// Splits the name of a body, such as `西宁市湟中区上新庄镇人民政府`; nil where it is no township's.
    init?(body: Wording) {
        var name = body
        for suffix in Self.officeSuffixes where name.hasSuffix(suffix) { name = name.dropLast(suffix.count) }
        guard let kind = Self.townshipSuffixes.first(where: name.hasSuffix), name.count > kind.count else { return nil }
        var county: String?
        while let end = Self.countyEnd(in: name, kind: kind) {
            county = name[name.scalars.startIndex..<end].string
            name = Wording(name.scalars[end...])
            // 青禾县人民政府望湖街道办事处: a subdistrict's office is one of the county's government.
            if name.hasPrefix(Self.government) { name = name.dropFirst(Self.government.count) }
        }
        guard name.count <= 12, name.scalars.allSatisfy(Self.isNamePart) else { return nil }
        township = name.string
        self.county = county
    }

    init(county: String?, township: String) {
        self.county = county
        self.township = township
    }

    /// Where the county's name ends at the front of a body's name. At least two characters stand before 县, 区, 市 or 旗, and the rest must
    /// still be a township's name: 一市镇 and 城区街道 have no county in them.
    private static func countyEnd(in name: Wording, kind: Wording) -> Int? {
        let start = name.scalars.startIndex
        let latest = name.scalars.endIndex - kind.count - 1
        guard start + 2 <= latest else { return nil }
        return (start + 2..<latest).first { countySuffixes.contains(name.scalars[$0]) }.map { $0 + 1 }
    }

    private static func isNamePart(_ scalar: UInt32) -> Bool {
        ScalarClass.isWordPart(scalar) && !ScalarClass.isDigit(scalar)
    }

    /// 县、区、市、旗
    static let countySuffixes: Set<UInt32> = [0x53BF, 0x533A, 0x5E02, 0x65D7]
    static let townshipSuffixes = ["街道", "民族乡", "镇", "乡", "苏木"].map { Wording($0) }
    private static let government = Wording("人民政府")
    private static let officeSuffixes = ["党政综合办公室", "人民政府", "政府", "办事处", "党工委"].map { Wording($0) }
}
