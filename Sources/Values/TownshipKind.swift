/// The kinds of townships, by the words that their names end in.
package enum TownshipKind: String, Sendable, CaseIterable {
    case subdistrict = "街道"
    /// Before `township`, which its name ends in as well.
    case ethnicTownship = "民族乡"
    case town = "镇"
    case township = "乡"
    /// Of 内蒙古.
    case sumu = "苏木"

    /// Nil of a name that tells none.
    package init?(of name: String) {
        guard let kind = Self.allCases.first(where: { name.hasSuffix($0.rawValue) }) else { return nil }
        self = kind
    }

    /// A name without the word for what it is, 柳溪 of 柳溪镇; empty of one that tells none.
    package static func stem(of name: String) -> String {
        Self(of: name).map { String(name.dropLast($0.rawValue.count)) } ?? ""
    }

    /// What its government is called after its name: a subdistrict has an office of the county's.
    package var government: String { self == .subdistrict ? "办事处" : "人民政府" }

    /// What a letter to it calls it: `你镇`.
    package var addressed: String { self == .ethnicTownship ? "你乡" : "你\(rawValue)" }
}
