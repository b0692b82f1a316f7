import Catalogue
import Output
import Storage
import Values

/// Whom townships are measured against.
package enum BenchmarkGroup: Sendable, Equatable {
    /// The townships of their own county.
    case county
    /// All townships of the archive.
    case archive
    /// Townships and counties by their names.
    case named([String])
}

/// Where townships stand among others in one year: quartiles, rank, and the place of the year before.
///
/// What is an interval or unknown has no place and is left out of the quartiles; how many are is told.
package struct Benchmark {
    package let year: Int
    private let group: BenchmarkGroup
    private let populations: [Population]
    /// By township, which of the populations it is in.
    private let homes: [Place: Int]

    /// The townships of one group, and what one line has for them in the year and in the one before.
    private struct Population {
        /// The county's name; nil of a group that is no county.
        let county: String?
        let now: Standing
        let before: Standing
        /// Reports of the year that have no single number.
        let leftOut: Int
    }

    /// The numbers of one year.
    private struct Standing {
        let values: [Place: ExactNumber]
        let quartiles: Quartiles?
        /// By value, from 1; equal numbers share a rank.
        private let ranks: [ExactNumber: Int]

        init(_ values: [Place: ExactNumber], isAscending: Bool) {
            self.values = values
            quartiles = Quartiles(Array(values.values))
            let sorted = values.values.sorted { isAscending ? $0 < $1 : $0 > $1 }
            ranks = Dictionary(zip(sorted, 1...), uniquingKeysWith: { first, _ in first })
        }

        func rank(of place: Place) -> Int? { values[place].flatMap { ranks[$0] } }
    }

    /// - Parameters:
    ///   - line: over the townships of all groups, in the year and the year before.
    ///   - year: the one that is asked about.
    ///   - members: those of a named group.
    init(_ line: ComparedLine, grid: ComparisonGrid, year: Int, group: BenchmarkGroup, members: Set<Place>? = nil) {
        self.year = year
        self.group = group
        let isAscending = line.measure?.better == .lower
        let rows = grid.townships.indices.filter { row in
            grid.isTownship[row] && members?.contains(grid.townships[row]) != false
        }
        let groups = group == .county ? Dictionary(grouping: rows) { grid.townships[$0].county } : ["": rows]
        func standing(_ rows: [Int], _ year: Int) -> Standing {
            guard let column = grid.years.firstIndex(of: year) else { return Standing([:], isAscending: isAscending) }
            let pairs = rows.compactMap { row in
                line.ranked(row, column, in: grid).map { (grid.townships[row], $0) }
            }
            return Standing(Dictionary(pairs, uniquingKeysWith: { first, _ in first }), isAscending: isAscending)
        }
        let sorted = groups.sorted { $0.key < $1.key }
        homes = Dictionary(
            sorted.enumerated().flatMap { number, group in group.value.map { (grid.townships[$0], number) } },
            uniquingKeysWith: { first, _ in first })
        populations = sorted.map { county, rows in
            let now = standing(rows, year)
            let column = grid.years.firstIndex(of: year)
            let reports = rows.count { row in column.map { grid.isReported(row, $0) } ?? false }
            return Population(
                county: group == .county ? county : nil, now: now, before: standing(rows, year - 1),
                leftOut: reports - now.values.count)
        }
    }

    private func population(_ place: Place?) -> Population? {
        place.flatMap { homes[$0] }.map { populations[$0] }
    }

    // MARK: Columns

    static func columns(isForPeople: Bool, year: Int) -> [Column] {
        if isForPeople {
            return [
                Column("place", Phrase(zh: "\(year)年名次", en: "place \(year)"), .number),
                Column("previous_place", Phrase(zh: "上年名次", en: "year before"), .number),
                Column("quarter", Phrase(zh: "四分位", en: "quarter"), isSpare: true),
            ]
        }
        return [
            Column("benchmark", Phrase(zh: "比较范围", en: "benchmark")),
            Column("benchmark_year", Phrase(zh: "比较年度", en: "benchmark year"), .number),
            Column("reports", Phrase(zh: "份数", en: "reports"), .number),
            Column("q1", Phrase(zh: "下四分位数", en: "first quartile"), .number),
            Column("median", Phrase(zh: "中位数", en: "median"), .number),
            Column("q3", Phrase(zh: "上四分位数", en: "third quartile"), .number),
            Column("quarter", Phrase(zh: "四分位", en: "quarter")),
            Column("place", Phrase(zh: "名次", en: "place"), .number),
            Column("previous_reports", Phrase(zh: "上年份数", en: "reports of the year before"), .number),
            Column("previous_place", Phrase(zh: "上年名次", en: "place of the year before"), .number),
        ]
    }

    /// Nothing but empty entries for a township of no group, and of totals.
    func entries(_ place: Place?, _ scale: Scale, isForPeople: Bool) -> [Entry] {
        guard let place, let population = population(place) else {
            return Array(repeating: .empty, count: Self.columns(isForPeople: isForPeople, year: year).count)
        }
        let (now, before) = (population.now, population.before)
        let quarter = now.values[place].flatMap { value in now.quartiles?.quarter(of: value) }
        let word = quarter.map { Entry.word($0.rawValue, $0.words) } ?? .empty
        if isForPeople {
            func rank(_ standing: Standing) -> Entry {
                standing.rank(of: place).map { .text("\($0)/\(standing.values.count)") } ?? .empty
            }
            return [rank(now), rank(before), word]
        }
        func number(_ value: ExactNumber?) -> Entry {
            value.flatMap { Number($0, scale) }.map(Entry.number) ?? .empty
        }
        return [
            .text(name(population)), .year(year), .count(now.values.count), number(now.quartiles?.first),
            number(now.quartiles?.median), number(now.quartiles?.third), word,
            now.rank(of: place).map(Entry.count) ?? .empty, .count(before.values.count),
            before.rank(of: place).map(Entry.count) ?? .empty,
        ]
    }

    private func name(_ population: Population) -> String {
        switch group {
        case .county: population.county ?? ""
        case .archive: "archive"
        case .named(let names): names.joined(separator: ";")
        }
    }

    // MARK: Footnotes

    /// For each group its quartiles, how many reports are behind them, and which way places are counted.
    func footnotes(_ line: ComparedLine, shown places: [Place]) -> [Phrase] {
        let shown = Set(places.compactMap { homes[$0] }).sorted()
        return shown.map { populations[$0] }.map { note($0, line) } + [order(line)]
    }

    private func note(_ population: Population, _ line: ComparedLine) -> Phrase {
        let label: Phrase =
            switch group {
            case .county: Phrase((population.county ?? "").isEmpty ? "—" : population.county ?? "")
            case .archive: Phrase(zh: "全部档案", en: "the archive")
            case .named(let names): Phrase(names.joined(separator: "、"))
            }
        let count = population.now.values.count
        let rest = population.leftOut
        let (zh, en) = rest > 0 ? ("，另有 \(rest) 份没有确定的数", ", \(rest) more without a single number") : ("", "")
        guard let quartiles = population.now.quartiles else {
            return Phrase(
                zh: "\(label.zh)\(year)年：没有可比的数\(zh)", en: "\(label.en), \(year): no numbers to compare\(en)")
        }
        func digits(_ value: ExactNumber) -> String { Number(value, line.scale)?.groupedDigits ?? "" }
        let (first, middle, third) = (digits(quartiles.first), digits(quartiles.median), digits(quartiles.third))
        return Phrase(
            zh: "\(label.zh)\(year)年 \(count) 份\(zh)：下四分位数 \(first)，中位数 \(middle)，上四分位数 \(third)",
            en: "\(label.en), \(year), \(count) reports\(en): quartiles \(first), \(middle), \(third)")
    }

    private func order(_ line: ComparedLine) -> Phrase {
        line.measure?.better == .lower
            ? Phrase(zh: "名次：数值低的在前，相同的并列", en: "places: the lowest first, equal ones share a place")
            : Phrase(zh: "名次：数值高的在前，相同的并列", en: "places: the highest first, equal ones share a place")
    }
}

extension BenchmarkGroup {
    /// As a user writes it: `county`, `archive`, or names of townships and counties.
    package init?(_ text: String) {
        switch text.lowercased() {
        case "county", "县", "本县", "县区": self = .county
        case "archive", "全部", "档案": self = .archive
        default:
            let names = splitList(text)
            guard !names.isEmpty else { return nil }
            self = .named(names)
        }
    }

    /// The townships that are measured against, in an archive; nil where all of those that a filter admits are.
    func population(
        of archive: Archive, shown places: [Place], filter: Filter
    ) throws -> (filter: Filter, places: Set<Place>?) {
        var wide = Filter(asOf: filter.asOf)
        switch self {
        case .archive: return (wide, nil)
        case .county:
            wide.counties = Set(places.map(\.county)).sorted()
            return (wide, nil)
        case .named(let names):
            var members = Set<Place>()
            for name in names {
                do {
                    members.formUnion(try archive.reportedYears(Filter(counties: [name], asOf: filter.asOf)).places)
                } catch LookupError.unknownCounty {
                    members.formUnion(try archive.reportedYears(Filter(townships: [name], asOf: filter.asOf)).places)
                }
            }
            wide.townships = Set(members.map(\.township)).sorted()
            return (wide, members)
        }
    }
}
