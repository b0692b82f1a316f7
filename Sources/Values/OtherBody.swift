/// Bodies that report as townships do and are none, by what their names end in: a county, and its departments.
package enum OtherBody {
    /// What stands behind the county's name where it is the county's own: 青禾县本级, 青禾县人民政府.
    static let governments = ["人民政府办公室", "政府办公室", "人民政府", "政府", level, ""]
    static let level = "本级"

    /// The county whose own name a body has: 青禾县 of 青禾县本级 and of 青禾县; nil of other bodies.
    package static func county(of name: String) -> String? {
        let ending = governments.first(where: name.hasSuffix) ?? ""
        let county = String(name.dropLast(ending.count))
        return county.count > 1 && ["县", "区", "市", "旗"].contains(where: county.hasSuffix) ? county : nil
    }

    /// Whether a name is that of a department of the county's: 教育局, not 望湖街道办 or the 管委会 of a zone, which are
    /// on the level of townships.
    package static func isDepartment(_ name: String) -> Bool {
        guard departments.contains(where: name.hasSuffix) else { return false }
        if ofTownships.contains(where: name.hasSuffix) || zones.contains(where: name.contains) { return false }
        let isOffice = offices.contains(where: name.hasSuffix)
        return !isOffice || !TownshipKind.allCases.contains { name.contains($0.rawValue) }
    }

    /// Whether a name is that of a zone or an office on the level of townships: 城北工业园区管委会.
    package static func isZone(_ name: String) -> Bool {
        ofTownships.contains(where: name.hasSuffix) || zones.contains(where: name.contains)
    }

    private static let offices = ["办公室", "办"]
    private static let departments =
        offices + [
            "局", "厅", "委", "委员会", "中心", "站", "所", "院", "队", "室", "处", "公司", "银行", "社", "联合会", "协会", "总工会",
            "小学", "中学", "大学", "学校", "学院", "党校", "馆",
        ]
    private static let ofTownships = ["办事处", "管理处", "管委", "管理委员会", "党工委", "工委", "党委", "社区", "街道办", "街办"]
    private static let zones = ["开发区", "园区", "景区", "新区", "保护区", "度假区", "管理区", "试验区", "合作区", "示范区", "林区", "矿区"]
}
