import Storage
import Values

/// The townships that should report, as an office lists them: with the columns of a `TownshipList`, or in each line
/// `county,township` or the township alone; numbers beside them are passed over.
package struct ExpectedTownships: Sendable {
    package let places: [Place]
    /// Short names (柳溪) that the archive does not know, each with the townships that it may mean.
    package let short: [(name: String, meant: [Place])]
    /// Those that the archive does not know, in lines that name no county.
    package let countyless: [String]

    /// - Parameters:
    ///   - county: of lines that name none.
    ///   - archive: knows townships by their other names as well.
    package init(_ file: UserFile, county: String, _ archive: Archive) throws {
        let known = try archive.townships().map(\.place)
        var (places, short, countyless): ([Place], [(name: String, meant: [Place])], [String]) = ([], [], [])
        for listed in try Self.listed(file, county) {
            let place = Place(county: listed.county, township: Self.plain(listed.township, in: listed.county))
            let county = place.county.isEmpty ? nil : place.county
            do {
                places.append(try archive.place(township: place.township, county: county))
            } catch is LookupError {
                places.append(place)
                let meant = Self.meant(by: place, known)
                if !meant.isEmpty { short.append((place.township, meant)) }
                if county == nil { countyless.append(place.township) }
            }
        }
        (self.places, self.short, self.countyless) = (places, short, countyless)
    }

    /// The townships whose name without its kind it is: 柳溪 of 柳溪镇.
    private static func meant(by place: Place, _ known: [Place]) -> [Place] {
        guard TownshipKind(of: place.township) == nil else { return [] }
        return known.filter { other in
            (place.county.isEmpty || other.county == place.county) && other.township.hasPrefix(place.township)
                && TownshipKind.allCases.contains { place.township + $0.rawValue == other.township }
        }
    }

    private static func listed(_ file: UserFile, _ county: String) throws -> [Place] {
        guard TownshipList.isHeaded(file) else { return file.lines.compactMap { line($0, county) } }
        return try TownshipList(file).places.filter { !$0.township.isEmpty }
            .map { Place(county: $0.county, township: $0.township) }
    }

    private static func line(_ line: Substring, _ county: String) -> Place? {
        let parts = line.split { $0 == "," || $0 == "，" || $0 == "\t" }.map { String($0).trimmed }
            .filter { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }
        guard let last = parts.last, !TownshipList.headings.contains(last.lowercased()) else { return nil }
        return Place(county: parts.count > 1 ? parts[parts.count - 2] : county, township: last)
    }

    /// 青禾县望湖街道办事处: 望湖街道
    private static func plain(_ name: String, in county: String) -> String {
        var name = name[...]
        if !county.isEmpty, name.hasPrefix(county), name.count > county.count { name = name.dropFirst(county.count) }
        for office in Set(TownshipKind.allCases.map(\.government)) where name.hasSuffix(office) {
            let township = String(name.dropLast(office.count))
            if TownshipKind(of: township) != nil { return township }
        }
        return String(name)
    }
}
