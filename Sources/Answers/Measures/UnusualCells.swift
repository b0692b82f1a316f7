import Output
import Values

/// The cells of a compared line that are far from what their township usually has.
struct UnusualCells {
    /// By row of the line: the years, and the usual number.
    private var found: [(row: Int, years: [Int], median: ExactNumber)] = []

    private static let longestList = 12

    init(_ line: ComparedLine, _ years: [Int]) {
        for (row, cells) in line.cells.enumerated() {
            let values = cells.map { $0.amount?.value }
            guard let unusual = UnusualYears.find(values, unit: line.scale.divisor),
                let median = Quartiles(cells.compactMap(\.exact))?.median
            else { continue }
            found.append((row, unusual.map { years[$0] }, median))
        }
    }

    var isEmpty: Bool { found.isEmpty }

    /// By row of the line, in the order of the rows.
    func years(ofRow row: Int) -> [String] {
        let place = found.partitioningIndex { $0.row >= row }
        return place < found.count && found[place].row == row ? found[place].years.map(String.init) : []
    }

    /// Which they are, and by what rule.
    func footnotes(_ line: ComparedLine, _ grid: ComparisonGrid) -> [Phrase] {
        guard !found.isEmpty else { return [] }
        let parts = found.prefix(Self.longestList).map { row, years, median in
            let usual = Number(median, line.scale)?.groupedDigits ?? ""
            let name = grid.townships[row].township
            let told = years.compactMap { year in
                grid.years.firstIndex(of: year).flatMap { line.cells[row][$0].amount }.map {
                    (year, Number($0.value, line.scale).groupedDigits)
                }
            }
            return Phrase(
                zh: "\(name) " + told.map { "\($0)年 \($1)" }.joined(separator: "、") + "（各年中位数 \(usual)）",
                en: "\(name) " + told.map { "\($0): \($1)" }.joined(separator: ", ") + " (usually \(usual))")
        }
        let isCut = found.count > parts.count
        return [
            Phrase(
                zh: "异常年份：\(parts.map(\.zh).joined(separator: "；"))\(isCut ? "等" : "")。规则见 nianbao compare --help",
                en: "unusual years: \(parts.map(\.en).joined(separator: "; "))\(isCut ? "; …" : ""); "
                    + "nianbao compare --help tells the rule")
        ]
    }
}
