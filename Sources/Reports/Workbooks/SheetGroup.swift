import Catalogue
import Documents

/// Sheets of a workbook that are one report together, and what they say of themselves.
struct SheetGroup {
    private(set) var sheets: [Document.Sheet]
    /// The figures that their tables have.
    private(set) var indicators: Set<Indicator.ID>
    private(set) var township: String?
    private(set) var year: Int?
    /// What the names of the sheets say, and their titles.
    private var named: Told
    private var titled: Told

    private struct Told {
        var township: String?
        var year: Int?

        /// Whether both say one thing, and not the same.
        func contradicts(_ other: Told) -> Bool {
            if let township, let another = other.township, !PlaceName.isSame(township, another) { return true }
            if let year, let another = other.year { return year != another }
            return false
        }

        func completed(by other: Told) -> Told {
            Told(township: township ?? other.township, year: year ?? other.year)
        }
    }

    init(
        _ sheet: Document.Sheet, indicators: Set<Indicator.ID>, township: String?, year: Int?, title: String,
        _ words: Titles
    ) {
        sheets = [sheet]
        self.indicators = indicators
        self.township = township
        self.year = year
        let names = PathNames("", words, sheets: [sheet.name])
        let title = Title(Wording(title), words)
        named = Told(township: names.ownNames.first?.township, year: names.years.first)
        titled = Told(township: title.place?.township, year: title.years.first)
    }

    /// Whether titles or names say that the tables of some sheets are of several townships or years.
    static func areOfSeveral(_ sheets: [SheetGroup]) -> Bool {
        let tables = sheets.filter { !$0.indicators.isEmpty }
        return [tables.map { $0.titled.completed(by: $0.named) }, tables.map(\.named)].contains { told in
            told.indices.contains { number in told[..<number].contains { $0.contradicts(told[number]) } }
        }
    }

    /// Whether the name of a sheet says another township or year than a report that was read of it.
    func isNamedOtherwise(than report: Report) -> Bool {
        named.contradicts(Told(township: report.township, year: report.year))
    }

    /// Whether it is neither a table nor a township's.
    var isNobodys: Bool { indicators.isEmpty && township == nil }

    /// Sheets one after the other, put together by the names that they have; where they have none, a sheet goes with
    /// the ones before it until a table comes again. What is nobody's stays by itself.
    static func groups(of sheets: [SheetGroup]) -> [SheetGroup] {
        var groups: [SheetGroup] = []
        for sheet in sheets {
            let named = groups.lastIndex { sheet.hasName(of: $0) && sheet.fits($0) }
            let last = groups.indices.last { sheet.fits(groups[$0]) && $0 == groups.count - 1 }
            if let place = named ?? last { groups[place].join(sheet) } else { groups.append(sheet) }
        }
        return groups
    }

    private func hasName(of other: SheetGroup) -> Bool {
        township == other.township && (township != nil || year != nil && year == other.year)
    }

    /// Whether nothing tells that they are of two reports.
    private func fits(_ other: SheetGroup) -> Bool {
        guard !isNobodys, !other.isNobodys else { return false }
        return (township == nil || other.township == nil || township == other.township)
            && (year == nil || other.year == nil || year == other.year) && !named.contradicts(other.named)
            && indicators.isDisjoint(with: other.indicators)
    }

    private mutating func join(_ other: SheetGroup) {
        sheets += other.sheets
        indicators.formUnion(other.indicators)
        township = township ?? other.township
        year = year ?? other.year
        named = named.completed(by: other.named)
    }
}
