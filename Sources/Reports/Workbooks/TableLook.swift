import Documents

/// What is to be seen in the rows of a table before it is known what they are.
struct TableLook {
    let table: Table
    let text: UnsafeBufferPointer<UInt8>

    init(_ table: Table, _ text: UnsafeBufferPointer<UInt8>) { (self.table, self.text) = (table, text) }

    /// By row, the townships that a column names.
    func places(in column: Int, _ naming: TownshipRows.Naming, _ words: RowWords) -> [Int: PlaceName] {
        var places: [Int: PlaceName] = [:]
        for row in table.rows.indices {
            let cell = table.rows[row][column]
            guard !cell.range.isEmpty, cell.range.count <= 90, !cell.isContinuation else { continue }
            switch naming {
            case .whole: places[row] = PlaceName(body: Wording(text, cell.range))
            case .short:
                guard row > 0, hasFigures(row, after: column), Self.isShort(Wording(text, cell.range), words) else {
                    continue
                }
                places[row] = PlaceName(county: nil, township: Wording(text, cell.range).string)
            }
        }
        if naming == .short, let first = places.keys.min() {
            let isNamed = (0..<first).contains { words.isOverNames(Wording(text, table.rows[$0][column].range)) }
            if !isNamed { return [:] }
        }
        return places
    }

    /// 柳溪, 大柳塔: as townships are called for short.
    static func isShort(_ name: Wording, _ words: RowWords) -> Bool {
        (2...4).contains(name.count) && name.scalars.allSatisfy(PlaceName.isNamePart) && !words.isNoName(name)
            && PlaceName(body: name) == nil && name.scalars.last.map(partEnds.contains) != true
    }

    /// 村, 组, 队, 科, 股, 关: of parts of a township.
    private static let partEnds: Set<UInt32> = Set("村组队科股关班社".unicodeScalars.map(\.value))

    /// What stands alone in a row.
    func lone(_ row: Int) -> Range<Int>? {
        var found: Range<Int>?
        for cell in table.rows[row] where !cell.range.isEmpty && cell.range != found {
            guard found == nil else { return nil }
            found = cell.range
        }
        return found
    }

    private func cells(of row: Int, after column: Int) -> [Range<Int>] {
        table.rows[row][(column + 1)...].filter { !$0.isContinuation && !$0.range.isEmpty }.map(\.range)
    }

    /// Whether numbers stand behind a column that are no years.
    func hasFigures(_ row: Int, after column: Int) -> Bool {
        cells(of: row, after: column).contains { range in
            guard case .number = CellText(text, range) else { return false }
            return Title.years(in: Wording(text, range)).isEmpty
        }
    }

    /// 单位 | 件 | 件 | 万元
    func isOfUnits(_ row: Int, after column: Int) -> Bool {
        let cells = cells(of: row, after: column)
        return !cells.isEmpty && cells.allSatisfy { UnitWord.multiplier(text, $0) != nil }
    }

    /// Where the tables within the table begin: at its top, and where headers stand again below townships, with what
    /// stands alone above them.
    func headers(below first: Int, nameColumn: Int, _ places: [Int: PlaceName]) -> [Int] {
        let names = keys(of: 0..<first, columns: nameColumn..<nameColumn + 1)
        let labels = keys(of: 0..<first, columns: nameColumn + 1..<(table.rows.first?.count ?? 0))
        var starts = [0]
        for row in table.rows.indices where row > first && places[row] == nil {
            let own = names.isEmpty ? [] : keys(of: row..<row + 1, columns: nameColumn..<nameColumn + 1)
            let isHeader =
                !names.isDisjoint(with: own)
                || !labels.isDisjoint(with: keys(of: row..<row + 1, columns: nameColumn + 1..<table.rows[row].count))
            guard isHeader, !hasFigures(row, after: nameColumn), lone(row) == nil else { continue }
            var start = row
            while places[start - 1] == nil, lone(start - 1) != nil, !hasFigures(start - 1, after: nameColumn) {
                start -= 1
            }
            // A header of several rows begins one table.
            if (starts[starts.count - 1]..<start).contains(where: { places[$0] != nil }) { starts.append(start) }
        }
        return starts
    }

    /// The labels in some cells that begin there.
    private func keys(of rows: Range<Int>, columns: Range<Int>) -> Set<UInt64> {
        Set(
            rows.flatMap { row in
                table.rows[row][columns].filter { !$0.isContinuation && CellText(text, $0.range) == .other }
                    .compactMap { LabelKey.of(text, $0.range) }
            })
    }
}
