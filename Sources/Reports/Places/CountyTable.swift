/// The counties, districts, banners and cities of their rank in China: their names since 2007, with the codes of GB/T
/// 2260.
///
/// It helps to tell where a county's name begins and ends and which code it has. It never refuses one: a name that is
/// not in it may be newer than the list, or of a zone that has no code.
package enum CountyTable {
    /// A county under one of its names.
    package struct Entry: Sendable, Hashable {
        package let name: String
        package let code: String
        package let firstYear: Int
        /// Nil while the name and the code are in force.
        package let lastYear: Int?
        /// The code of the same county today, where this one has ended.
        package let codeNow: String?

        fileprivate init?(_ fields: [String]) {
            guard fields.count == 5, let first = Int(fields[2]) else { return nil }
            name = fields[0]
            code = fields[1]
            firstYear = first
            lastYear = Int(fields[3])
            codeNow = fields[4].isEmpty ? nil : fields[4]
        }

        /// Whether the name was in force in a year, or in the one before: a list shows the end of a year, a report is
        /// written after it.
        func isInForce(in year: Int) -> Bool { year >= firstYear - 1 && year <= (lastYear ?? Int.max - 1) + 1 }
    }

    package static func entries(named name: String) -> [Entry] {
        counties.fields(of: Array(name.utf8) + [tab]).compactMap(Entry.init)
    }

    package static func contains(_ name: String) -> Bool { counties.contains(Array(name.utf8) + [tab]) }

    /// The counties whose name is some letters and the word for their kind: 昭化 → 昭化区.
    package static func entries(withoutKind stem: String) -> [Entry] {
        guard stem.count >= 2 else { return [] }
        return counties.fields(of: Array(stem.utf8)).compactMap(Entry.init).filter { entry in
            entry.name.count == stem.count + 1
        }
    }

    /// Whether a township's name begins like a county's, and is whole all the same: 二道白河镇.
    static func isWholeTownship(_ name: String) -> Bool { townships.contains(Array(name.utf8) + [tab]) }

    /// The one code that a county's name had in a year; nil where no county or several had it, and nothing in `regions`
    /// tells which.
    ///
    /// - Parameter isNamed: whether a province or prefecture, by name, stands in the document.
    package static func code(of name: String, year: Int, isNamed: (String) -> Bool) -> String? {
        var found = entries(named: name)
        if found.isEmpty { found = autonomous(name) }
        if found.isEmpty { found = entries(withoutKind: name) }
        let inForce = found.filter { $0.isInForce(in: year) }
        let candidates = inForce.isEmpty ? found : inForce
        if let code = only(candidates) { return code }
        return only(candidates.filter { region(of: $0.code).contains(where: isNamed) })
    }

    /// The codes that a county has had under names that begin alike: 湟中县 became 湟中区 under another code.
    ///
    /// A county that went into one of another name is not followed: what it was then is not all of what the other is
    /// now.
    package static func codes(ofSame name: String, code: String) -> [String] {
        let stem = name.last.map { "县区市旗".contains($0) } == true ? String(name.dropLast()) : name
        let alike = counties.fields(of: Array(stem.utf8)).compactMap(Entry.init)
        guard stem.count >= 2, let own = alike.first(where: { $0.code == code }) else { return [code] }
        let now = own.codeNow ?? own.code
        return Set(alike.filter { ($0.codeNow ?? $0.code) == now }.map(\.code)).sorted()
    }

    /// The whole names of an autonomous county that a name is short for: 化隆县 for 化隆回族自治县.
    static func wholeNames(of name: String) -> [String] {
        contains(name) ? [] : Set(autonomous(name).map(\.name)).sorted()
    }

    /// 化隆县 for 化隆回族自治县.
    private static func autonomous(_ name: String) -> [Entry] {
        guard let kind = name.last, kind == "县" || kind == "旗", name.count >= 3 else { return [] }
        return counties.fields(of: Array(name.dropLast().utf8)).compactMap(Entry.init).filter { entry in
            entry.name.hasSuffix("族自治\(kind)")
        }
    }

    private static func only(_ entries: [Entry]) -> String? {
        let codes = Set(entries.map(\.code))
        return codes.count == 1 ? codes.first : nil
    }

    /// The names of the province and of the prefecture that a county's code belongs to, the prefecture alone where
    /// there is one.
    private static func region(of code: String) -> [String] {
        let prefecture = regions.fields(of: Array(code.prefix(4).utf8) + [tab])
        let found = prefecture.isEmpty ? regions.fields(of: Array(code.prefix(2).utf8) + [tab]) : prefecture
        return found.compactMap(\.last)
    }

    private static let counties = SortedLines(PackageResources.counties_tsv)
    private static let regions = SortedLines(PackageResources.regions_tsv)
    private static let townships = SortedLines(PackageResources.townships_tsv)
    private static let tab = UInt8(ascii: "\t")

    /// Provinces and prefectures, of which a city among them is no county: 西宁市.
    static func isRegion(_ name: String) -> Bool { regionNames.contains(name) }

    private static let regionNames: Set<String> = Set(
        regions.fields(of: []).compactMap { fields in
            // Cities without counties under them are what stands above their townships.
            withoutCounties.contains(fields[0]) ? nil : fields.last
        })
    /// 东莞、中山、儋州、三沙、嘉峪关
    private static let withoutCounties: Set<String> = ["4419", "4420", "4604", "4603", "6202"]
}
