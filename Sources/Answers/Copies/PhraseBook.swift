import Reports

/// What many reports have in common: the standard phrases of the law and of the form, which are nobody's own words, and
/// the templates that several townships filled in.
///
/// Learned from how many townships carry a fingerprint: one number of 64 bits for each, sorted by hash, so that a year
/// of the country takes some hundred megabytes.
struct PhraseBook {
    /// A phrase is a template where so many townships carry it in one year.
    static let fewestCarriers = 4
    /// It is a standard phrase where a third of the townships carry it, but of no fewer than these; or townships of a
    /// fifth of the counties.
    private static let standardPart = 3
    private static let standardCountyPart = 5
    private static let fewestStandard = 5

    struct Source {
        /// By number, in the order of county and township.
        let county: Int
        let township: Int
        let year: Int
    }

    struct Template {
        /// How many townships carry it in that year.
        let carriers: Int
        /// Two of their reports, so that each can be shown beside another.
        let examples: [Int]
    }

    private var standard: Set<UInt64> = []
    private var templates: [Key: Template] = [:]

    private struct Key: Hashable {
        let hash: UInt64
        let year: Int
    }

    /// How many townships it was learned from.
    let townshipCount: Int

    /// - Parameters:
    ///   - sources: the reports, in the order of their places.
    ///   - fingerprints: hands over the hashes of each report with its place in `sources`.
    init(_ sources: [Source], fingerprints: ((Int, Fingerprints) -> Void) throws -> Void) rethrows {
        var entries: [UInt64] = []
        try fingerprints { report, prints in
            for mark in prints.marks { entries.append(mark.hash << 24 | UInt64(report) & 0xFF_FFFF) }
        }
        entries.sort()
        townshipCount = Set(sources.map(\.township)).count
        let counties = Set(sources.map(\.county)).count
        let townshipsNeeded = max(Self.fewestStandard, Self.part(townshipCount, Self.standardPart))
        let countiesNeeded = max(Self.fewestStandard, Self.part(counties, Self.standardCountyPart))
        var start = 0
        while start < entries.count {
            let hash = entries[start] >> 24
            var end = start
            while end < entries.count, entries[end] >> 24 == hash { end += 1 }
            defer { start = end }
            guard end - start >= Self.fewestCarriers else { continue }
            let carriers = entries[start..<end].map { Int($0 & 0xFF_FFFF) }
            if Self.distinct(carriers.map { sources[$0].township }) >= townshipsNeeded
                || Self.distinct(carriers.map { sources[$0].county }) >= countiesNeeded
            {
                standard.insert(hash)
            } else {
                addTemplates(hash, carriers, sources)
            }
        }
    }

    private mutating func addTemplates(_ hash: UInt64, _ carriers: [Int], _ sources: [Source]) {
        for (year, reports) in Dictionary(grouping: carriers, by: { sources[$0].year }) {
            let count = Self.distinct(reports.map { sources[$0].township })
            guard count >= Self.fewestCarriers, let first = reports.first, let last = reports.last else { continue }
            templates[Key(hash: hash, year: year)] = Template(carriers: count, examples: [first, last])
        }
    }

    func isStandard(_ hash: UInt64) -> Bool { standard.contains(hash) }

    func template(_ hash: UInt64, year: Int) -> Template? { templates[Key(hash: hash, year: year)] }

    private static func part(_ count: Int, _ of: Int) -> Int { (count + of - 1) / of }

    /// How many different ones there are of numbers that never go down.
    private static func distinct(_ numbers: [Int]) -> Int {
        zip(numbers, numbers.dropFirst()).reduce(numbers.isEmpty ? 0 : 1) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    }
}
