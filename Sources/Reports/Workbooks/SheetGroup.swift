import Catalogue
import Documents

/// Sheets of a workbook that are one report together, and what they say of themselves.
struct SheetGroup {
    private(set) var sheets: [Document.Sheet]
    /// The figures that their tables have.
    private(set) var indicators: Set<Indicator.ID>
    private(set) var township: String?
    private(set) var year: Int?

    init(_ sheet: Document.Sheet, indicators: Set<Indicator.ID>, township: String?, year: Int?) {
        sheets = [sheet]
        self.indicators = indicators
        self.township = township
        self.year = year
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
            && (year == nil || other.year == nil || year == other.year) && indicators.isDisjoint(with: other.indicators)
    }

    private mutating func join(_ other: SheetGroup) {
        sheets += other.sheets
        indicators.formUnion(other.indicators)
        township = township ?? other.township
        year = year ?? other.year
    }
}
