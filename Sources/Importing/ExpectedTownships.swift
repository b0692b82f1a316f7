import Storage
import Values

/// The townships that should report, as an office lists them: with the columns of a `TownshipList`, or in each line
/// `county,township` or the township alone; numbers beside them are passed over, and so is a first line of headings.
package struct ExpectedTownships: Sendable {
    package let places: [Place]
    /// Short names (柳溪) that the archive does not know, each with the townships that it may mean.
    package let short: [(name: String, meant: [Place])]
    /// Those that the archive does not know, in lines that name no county.
    package let countyless: [String]
    /// Names that lead to several places, with these.
    package let ambiguous: [(name: String, meant: [Place])]
    /// Names that the archive does not know and no kind of township ends, with their lines.
    package let unlikely: [(name: String, line: Int)]

    /// - Parameters:
    ///   - county: of lines that name none.
    ///   - archive: knows townships by their other names as well.
    package init(_ file: UserFile, county: String, _ archive: Archive) throws {
        let known = try archive.townships().map(\.place)
        var (places, countyless): ([Place], [String]) = ([], [])
        var (short, ambiguous): ([(name: String, meant: [Place])], [(name: String, meant: [Place])]) = ([], [])
        var unlikely: [(name: String, line: Int)] = []
        for (listed, line) in try Self.listed(file, county) {
            let place = Place(county: listed.county, township: Self.plain(listed.township, in: listed.county))
            let county = place.county.isEmpty ? nil : place.county
            do {
                places.append(try archive.place(township: place.township, county: county))
            } catch LookupError.ambiguousTownship(_, let choices) {
                // Who bears a name goes before who bore it.
                let bearers = choices.filter { $0.township == place.township }
                if bearers.count == 1 { places += bearers } else { ambiguous.append((place.township, choices)) }
            } catch is LookupError {
                places.append(
                    Place(county: try archive.currentName(ofCounty: place.county), township: place.township))
                let meant = Self.meant(by: place, known)
                if !meant.isEmpty {
                    short.append((place.township, meant))
                } else if TownshipKind(of: place.township) == nil, !OtherBody.isZone(place.township) {
                    unlikely.append((place.township, line))
                }
                if county == nil { countyless.append(place.township) }
            }
        }
        (self.places, self.short, self.countyless) = (places, short, countyless)
        (self.ambiguous, self.unlikely) = (ambiguous, unlikely)
    }

    /// The townships whose name without its kind it is: 柳溪 of 柳溪镇.
    private static func meant(by place: Place, _ known: [Place]) -> [Place] {
        guard TownshipKind(of: place.township) == nil else { return [] }
        return known.filter { other in
            (place.county.isEmpty || other.county == place.county) && other.township.hasPrefix(place.township)
                && TownshipKind.allCases.contains { place.township + $0.rawValue == other.township }
        }
    }

    private static func listed(_ file: UserFile, _ county: String) throws -> [(place: Place, line: Int)] {
        guard !TownshipList.isHeaded(file) else {
            return zip(try TownshipList(file).places, 2...).filter { !$0.0.township.isEmpty && !isSum($0.0.township) }
                .map { (Place(county: $0.county, township: $0.township), $1) }
        }
        let lines = zip(file.lines.map(fields), 1...).filter { fields, _ in
            fields.contains { !$0.isEmpty } && !fields.contains(where: isSum)
        }
        guard let header = Header(lines.first?.0 ?? []) else {
            return lines.compactMap { fields, line in place(in: fields, county).map { ($0, line) } }
        }
        return lines.dropFirst().compactMap { fields, line in
            (header.place(in: fields, county) ?? place(in: fields, county)).map { ($0, line) }
        }
    }

    /// Of a line that counts the others.
    private static func isSum(_ field: String) -> Bool {
        ["合计", "小计", "总计", "共计"].contains(String(field.filter { !$0.isWhitespace }))
    }

    private static func fields(_ line: Substring) -> [String] {
        line.split(omittingEmptySubsequences: false) { ",，;；\t".contains($0) }
            .map { String($0).replacing("\"", with: "").trimmed }
    }

    /// Without a header, the township is the last field that a township's kind ends, else the last that is no number,
    /// and its county stands before it.
    private static func place(in fields: [String], _ county: String) -> Place? {
        let parts = fields.filter { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }
        guard let last = parts.lastIndex(where: { TownshipKind(of: $0) != nil }) ?? parts.indices.last else {
            return nil
        }
        return Place(county: last > 0 ? parts[last - 1] : county, township: parts[last])
    }

    /// A first line that says what its columns are, in whatever words an office has for them.
    private struct Header {
        private let township: Int
        private let county: Int?

        private static let townships =
            TownshipList.headings.union(["名称", "乡镇名称", "街道", "乡", "镇", "单位", "单位名称", "报送单位", "name"])
        private static let counties = TownshipList.countyHeadings.union(["县区名称", "所属县区", "所属县", "区"])
        private static let others: Set = ["代码", "区划代码", "行政区划代码", "序号", "备注", "联系人", "电话", "code", "no", "no."]

        /// Nil of a line that is none: a field of it is no heading.
        init?(_ fields: [String]) {
            let words = fields.map { ExpectedTownships.unbracketed($0).lowercased() }
            guard let township = words.firstIndex(where: Self.townships.contains),
                words.allSatisfy({
                    $0.isEmpty || Self.townships.contains($0) || Self.counties.contains($0) || Self.others.contains($0)
                })
            else { return nil }
            (self.township, county) = (township, words.firstIndex(where: Self.counties.contains))
        }

        func place(in fields: [String], _ usual: String) -> Place? {
            guard fields.indices.contains(township), !fields[township].isEmpty else { return nil }
            let told = county.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
            return Place(county: told.isEmpty ? usual : told, township: fields[township])
        }
    }

    /// 乡镇（街道）名称: 乡镇名称; and as tables have names, spread over a cell: 龙 泉 镇
    private static func unbracketed(_ text: String) -> String {
        var depth = 0
        var result = ""
        for character in text where !character.isWhitespace {
            if "（(".contains(character) { depth += 1 }
            if depth == 0 { result.append(character) }
            if "）)".contains(character), depth > 0 { depth -= 1 }
        }
        return result
    }

    /// 青禾县望湖街道办事处, 望 湖 街 道（城区）: 望湖街道
    private static func plain(_ word: String, in county: String) -> String {
        let spelt = unbracketed(word)
        var name = (spelt.isEmpty ? word : spelt)[...]
        if !county.isEmpty, name.hasPrefix(county), name.count > county.count { name = name.dropFirst(county.count) }
        for office in Set(TownshipKind.allCases.map(\.government)) where name.hasSuffix(office) {
            let township = String(name.dropLast(office.count))
            if TownshipKind(of: township) != nil { return township }
        }
        return String(name)
    }
}
