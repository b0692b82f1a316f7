/// What the folders and the name of a file, and of a workbook those of its sheets, say of a report: the least trusted
/// of all, since files are named in haste.
struct PathNames {
    private let words: Titles
    private let sheets: [Wording]
    private let folders: [Wording]
    private let file: Wording
    /// The townships that the names of the sheets and the file's own tell.
    let ownNames: [PlaceName]

    init(_ path: String, _ words: Titles, sheets: [String] = []) {
        self.words = words
        self.sheets = sheets.map { Wording($0) }
        var parts = path.split(separator: "/").map { Wording(String($0)) }
        let name = parts.popLast() ?? Wording("")
        file = name.scalars.lastIndex(of: 0x2E).map { name[name.scalars.startIndex..<$0] } ?? name
        folders = parts
        ownNames = (self.sheets + [file]).compactMap { Self.place(in: $0, words) }
    }

    /// The township that the nearest folder is called by: its name whole, not a word of who sent the files
    /// (石桥乡等报送, 来自石桥乡).
    var folderName: PlaceName? { folders.reversed().lazy.compactMap(wholePlace).first }

    /// The county that the nearest folder is called by, where the table knows it: 工作区 and 已审县 have the form of one.
    var folderCounty: String? {
        folders.last { CountyTable.contains($0.string) && CountyName.isName($0) }?.string
    }

    var place: PlaceName? { ownNames.first ?? folders.reversed().lazy.compactMap { Self.place(in: $0, words) }.first }

    var county: String? {
        let folder = folders.last { part in
            (2...10).contains(part.count) && part.scalars.last.map(CountyName.isKind) == true
                && part.scalars.allSatisfy { $0 >= 0x3400 }
        }
        return folder?.string ?? place?.county
    }

    var year: Int? { years.first }

    /// Whether the file, or a sheet of it, is called by a report's title.
    var isTitled: Bool { (sheets + [file]).contains(where: words.isTitle) }

    /// Whether one of its folders is.
    var isInTitledFolder: Bool { folders.contains(where: words.isTitle) }

    /// Of each name that tells one, the first; behind a folder that is called by nothing but a year, it tells when the
    /// files came in: 2022年收集/2021年.
    var years: [Int] {
        let end = folders.lastIndex(where: Self.isYearAlone) ?? 0
        return (sheets + [file] + folders[end...].reversed()).compactMap { Title.years(in: $0).first }
    }

    private static func isYearAlone(_ name: Wording) -> Bool {
        guard let first = name.scalars.indices.first, let (_, end) = Day.yearNumber(name, at: first) else {
            return false
        }
        let rest = Wording(name.scalars[end...])
        return rest.isEmpty || afterYear.contains(rest)
    }

    private static let afterYear: Set<Wording> = Set(["年", "年度"].map { Wording($0) })

    /// `3.石桥乡`, `青禾县石桥乡人民政府`
    private func wholePlace(in name: Wording) -> PlaceName? {
        guard BodyKind.mayStand(in: name) else { return nil }
        let title = Title(name, words)
        guard title.joint.isEmpty else { return nil }
        if words.isTitle(name) { return title.place }
        let parts = name.scalars.split { $0 < 0x3400 }
        guard parts.count == 1, let word = parts.first.map({ Wording($0) }), let place = PlaceName(body: word),
            !Self.senders.contains(where: word.hasPrefix), !word.containsAny(Self.severals)
        else { return nil }
        return place
    }

    private static let senders = ["来自", "报送", "各", "由"].map { Wording($0) }
    /// 老城镇和街道
    private static let severals = ["镇和", "乡和", "道和", "镇及", "乡及", "道及", "直及", "镇与", "乡与"].map { Wording($0) }

    /// `青禾县柳溪镇2020年政府信息公开工作年度报告`, `3.柳溪镇（终稿）`, `柳溪镇年报`.
    private static func place(in name: Wording, _ words: Titles) -> PlaceName? {
        guard BodyKind.mayStand(in: name) else { return nil }
        let title = Title(name, words)
        if !title.joint.isEmpty { return nil }
        if let place = title.place { return place }
        return Title.parts(of: name).lazy.flatMap { $0.scalars.split { $0 < 0x3400 } }
            .compactMap { PlaceName(leading: Wording($0)) }.first
    }
}
