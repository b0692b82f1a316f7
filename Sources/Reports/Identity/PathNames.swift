/// What the folders and the name of a file, and of a workbook those of its sheets, say of a report: the least trusted
/// of all, since files are named in haste.
struct PathNames {
    private let sheets: [Wording]
    private let folders: [Wording]
    private let file: Wording

    init(_ path: String, sheets: [String] = []) {
        self.sheets = sheets.map { Wording($0) }
        var parts = path.split(separator: "/").map { Wording(String($0)) }
        let name = parts.popLast() ?? Wording("")
        file = name.scalars.lastIndex(of: 0x2E).map { name[name.scalars.startIndex..<$0] } ?? name
        folders = parts
    }

    /// The townships that the names of the sheets and the file's own tell.
    var ownNames: [PlaceName] { (sheets + [file]).compactMap(Self.place) }

    /// The township that the nearest folder is called by.
    var folderName: PlaceName? { folders.reversed().lazy.compactMap(Self.place).first }

    /// The county that the nearest folder is called by, where its name can be no other word.
    var folderCounty: String? { folders.last(where: CountyName.isName)?.string }

    var place: PlaceName? { ownNames.first ?? folders.reversed().lazy.compactMap(Self.place).first }

    var county: String? {
        let folder = folders.last { part in
            (2...10).contains(part.count) && part.scalars.last.map(CountyName.kinds.contains) == true
                && part.scalars.allSatisfy { $0 >= 0x3400 }
        }
        return folder?.string ?? place?.county
    }

    var year: Int? { years.first }

    /// Of each name that tells one, the first.
    var years: [Int] { (sheets + [file] + folders.reversed()).compactMap { Title.years(in: $0).first } }

    /// `青禾县柳溪镇2020年政府信息公开工作年度报告`, `3.柳溪镇（终稿）`, `柳溪镇年报`.
    private static func place(in name: Wording) -> PlaceName? {
        let title = Title(name)
        if !title.joint.isEmpty { return nil }
        if let place = title.place { return place }
        return Title.parts(of: name).lazy.flatMap { $0.scalars.split { $0 < 0x3400 } }
            .compactMap { PlaceName(leading: Wording($0)) }.first
    }
}
