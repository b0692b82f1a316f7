import Catalogue
import Checks
import Values

/// Where figures stand on paper: by the heading of their table and the names of row and column, as whoever filled in
/// the form knows them.
struct FormPlaces {
    struct Cell: Hashable {
        var table: String
        /// Nil of a table that is a single line.
        var row: String?
        var column: String?
    }

    private var cells: [String: Cell] = [:]

    init(_ form: Form?) {
        for cell in form?.cells ?? [] {
            let header = (cell.column.above + [cell.column.header]).map(\.printed).joined(separator: "·")
            cells[cell.code] = Cell(table: cell.table.printed, row: cell.path.last?.printed, column: header)
        }
    }

    /// Whether the form has a cell of this indicator.
    func has(_ code: String) -> Bool { cells[code] != nil }

    /// The places of some figures of one report in a few words: the row or column that they share, else the first.
    func words(_ codes: [String]) -> String {
        let found = codes.compactMap { cells[$0] }
        guard let first = found.first else { return "报告文字部分" }
        let text = found.count < codes.count ? "，及报告文字部分" : ""
        let shared = found.filter { $0.table == first.table }
        let isOneTable = shared.count == found.count
        let (rows, columns) = (Set(shared.map(\.row)), Set(shared.map(\.column)))
        if isOneTable, rows.count == 1, columns.count > 1, let row = first.row {
            return "“\(first.table)”表，“\(row)”行\(text)"
        }
        if isOneTable, columns.count == 1, rows.count > 1, let column = first.column {
            return "“\(first.table)”表，“\(column)”列\(text)"
        }
        let cell = [first.row.map { "“\($0)”行" }, first.column.map { "“\($0)”列" }].compactMap { $0 }.joined(
            separator: "、")
        return "“\(first.table)”表，\(cell)\(found.count > 1 ? "等" : "")\(text)"
    }
}
