import Output
import Reports

/// What many reports have in common: the standard phrases of the law and of the form, which are nobody's own words, and
/// the templates that several townships filled in.
///
/// Learned from how many townships carry a fingerprint: one number of 64 bits for each, which wait in files until it is
/// their hashes' turn.
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
    init(_ sources: [Source], fingerprints: ((Int, Fingerprints) throws -> Void) throws -> Void) throws {
        let parts = (0..<Self.parts).map { _ in ByteSpool(mostBytes: Self.bytesOfPart) }
        try fingerprints { report, prints in
            for mark in prints.marks {
                let entry = mark.hash << 24 | UInt64(report) & 0xFF_FFFF
                try parts[Int(mark.hash) & (Self.parts - 1)].append { bytes in
                    withUnsafeBytes(of: entry) { bytes.append(contentsOf: $0) }
                }
            }
        }
        townshipCount = Set(sources.map(\.township)).count
        let counties = Set(sources.map(\.county)).count
        let needed = (
            townships: max(Self.fewestStandard, Self.part(townshipCount, Self.standardPart)),
            counties: max(Self.fewestStandard, Self.part(counties, Self.standardCountyPart))
        )
        for part in parts {
            var entries: [UInt64] = []
            try part.visit { bytes in
                let count = bytes.count / 8
                entries += (0..<count).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
                return count * 8
            }
            entries.sort()
            learn(entries, sources, needed)
        }
    }

    /// Hashes are learned in so many parts, by their last bits: a power of two.
    private static let parts = 64
    private static let bytesOfPart = 1 << 19

    /// - Parameter entries: by hash.
    private mutating func learn(
        _ entries: [UInt64], _ sources: [Source], _ needed: (townships: Int, counties: Int)
    ) {
        var start = 0
        while start < entries.count {
            let hash = entries[start] >> 24
            var end = start
            while end < entries.count, entries[end] >> 24 == hash { end += 1 }
            defer { start = end }
            guard end - start >= Self.fewestCarriers else { continue }
            let carriers = entries[start..<end].map { Int($0 & 0xFF_FFFF) }
            if Self.distinct(carriers.map { sources[$0].township }) >= needed.townships
                || Self.distinct(carriers.map { sources[$0].county }) >= needed.counties
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
